/**
 * Raw data to arrays, as Keras's {@code preprocessing} does it. What comes in batches is an {@code
 * Iterable} of them, for training to read from.
 */
@NullMarked
package io.tenon.preprocessing;

import org.jspecify.annotations.NullMarked;
