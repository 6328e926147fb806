package io.tenon.preprocessing.text;

/** How words are hashed. Defaults are those of Keras's {@code hashing_trick}. */
public final class HashOptions extends SplitOptions<HashOptions> {
  private WordHash hashFunction = WordHash.JAVA;

  /** The defaults. */
  public HashOptions() {}

  @Override
  HashOptions self() {
    return this;
  }

  /**
   * The hash. Default {@link WordHash#JAVA}, where Keras takes Python's own, which changes from run
   * to run; {@link WordHash#MD5} gives the same numbers in both.
   */
  public HashOptions hashFunction(WordHash hashFunction) {
    this.hashFunction = hashFunction;
    return this;
  }

  WordHash hashFunction() {
    return hashFunction;
  }
}
