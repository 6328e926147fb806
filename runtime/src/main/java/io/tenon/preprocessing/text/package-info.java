/** Text: words, numbers of words, matrices of texts. */
@NullMarked
package io.tenon.preprocessing.text;

import org.jspecify.annotations.NullMarked;
