/** Reviews in Chinese, told apart by an LSTM, from raw text files to answers. */
@NullMarked
package io.tenon.examples.reviews;

import org.jspecify.annotations.NullMarked;
