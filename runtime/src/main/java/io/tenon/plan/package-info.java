/** A graph laid out for a batch size: buffers, weights, gradients and the order of work. */
@NullMarked
package io.tenon.plan;

import org.jspecify.annotations.NullMarked;
