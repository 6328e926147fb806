/**
 * TensorFlow's graphs and sessions from Java. There are no layers in it, so they are built here.
 */
@NullMarked
package io.tenon.benchmarks.tensorflow;

import org.jspecify.annotations.NullMarked;
