/** Handwritten digits, read by a small dense network and by a convolutional one. */
@NullMarked
package io.tenon.examples.digits;

import org.jspecify.annotations.NullMarked;
