/**
 * Starts a process for each system, has them agree on the losses of a few steps, measures them in
 * turn, and reports.
 */
@NullMarked
package io.tenon.benchmarks.driver;

import org.jspecify.annotations.NullMarked;
