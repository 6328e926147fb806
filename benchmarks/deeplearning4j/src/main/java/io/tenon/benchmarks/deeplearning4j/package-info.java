/** Deeplearning4j's computation graphs. */
@NullMarked
package io.tenon.benchmarks.deeplearning4j;

import org.jspecify.annotations.NullMarked;
