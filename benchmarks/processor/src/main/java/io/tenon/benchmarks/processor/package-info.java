/** What the annotation processor adds to a build. */
@NullMarked
package io.tenon.benchmarks.processor;

import org.jspecify.annotations.NullMarked;
