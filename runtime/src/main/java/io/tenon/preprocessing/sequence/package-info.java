/** Sequences: padding, windows over time, pairs of words that stand near each other. */
@NullMarked
package io.tenon.preprocessing.sequence;

import org.jspecify.annotations.NullMarked;
