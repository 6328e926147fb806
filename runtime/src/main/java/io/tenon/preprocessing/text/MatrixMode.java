package io.tenon.preprocessing.text;

/** What a matrix of texts says of a word in a text. */
public enum MatrixMode {
  /** 1 where it occurs, else 0. */
  BINARY,
  /** How often it occurs. */
  COUNT,
  /**
   * How much it tells of the text: (1 + ln count) ln(1 + texts / (1 + texts with the word)), where
   * texts are those that the tokenizer was fitted on.
   */
  TFIDF,
  /** Its share of the words of the text. */
  FREQ
}
