package io.tenon.dsl;

/** Names of layers and tensors. */
final class Names {
  private Names() {}

  /** Refuses what cannot name a tensor: a slash stands in the names within nested models. */
  static String require(String name) {
    if (name.isBlank() || name.contains("/")) {
      throw new IllegalArgumentException(
          "a name must not be blank and must not hold a slash, found \"%s\"".formatted(name));
    }
    return name;
  }
}
