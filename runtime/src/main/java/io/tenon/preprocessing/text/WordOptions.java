package io.tenon.preprocessing.text;

/** How a text becomes words. Defaults are those of Keras's {@code text_to_word_sequence}. */
public final class WordOptions extends SplitOptions<WordOptions> {
  /** The defaults. */
  public WordOptions() {}

  @Override
  WordOptions self() {
    return this;
  }
}
