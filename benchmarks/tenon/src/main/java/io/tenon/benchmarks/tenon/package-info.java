/** Tenon, as its users write it. */
@NullMarked
package io.tenon.benchmarks.tenon;

import org.jspecify.annotations.NullMarked;
