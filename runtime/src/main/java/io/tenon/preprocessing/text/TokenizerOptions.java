package io.tenon.preprocessing.text;

import io.tenon.preprocessing.Require;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How a {@link Tokenizer} reads. Defaults are those of Keras's. */
public final class TokenizerOptions extends SplitOptions<TokenizerOptions> {
  private @Nullable Integer numWords;
  private boolean charLevel;
  private @Nullable String oovToken;

  /** The defaults. */
  public TokenizerOptions() {}

  @Override
  TokenizerOptions self() {
    return this;
  }

  /**
   * How many numbers are used: 0 to numWords - 1, the most frequent words first. Default: all.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public TokenizerOptions numWords(int numWords) {
    this.numWords = Require.positive("numWords", numWords);
    return this;
  }

  /** Whether every character is a word of its own; nothing is filtered then. Default false. */
  public TokenizerOptions charLevel(boolean charLevel) {
    this.charLevel = charLevel;
    return this;
  }

  /** What stands for words without a number; it has number 1. Default: they are left out. */
  public TokenizerOptions oovToken(String oovToken) {
    this.oovToken = oovToken;
    return this;
  }

  OptionalInt numWords() {
    return numWords == null ? OptionalInt.empty() : OptionalInt.of(numWords);
  }

  boolean charLevel() {
    return charLevel;
  }

  Optional<String> oovToken() {
    return Optional.ofNullable(oovToken);
  }
}
