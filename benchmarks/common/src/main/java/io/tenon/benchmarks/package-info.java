/** What is measured, on which data and from which weights, the same for every system. */
@NullMarked
package io.tenon.benchmarks;

import org.jspecify.annotations.NullMarked;
