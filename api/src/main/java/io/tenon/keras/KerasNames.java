package io.tenon.keras;

import java.util.Locale;

/** Names as Keras makes them. */
public final class KerasNames {
  private KerasNames() {}

  /** {@code GlobalMaxPooling1D} as {@code global_max_pooling1d}, {@code LSTM} as {@code lstm}. */
  public static String snakeCase(String className) {
    return className
        .replaceAll("\\W+", "")
        .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /** {@code mean_squared_error} as {@code MeanSquaredError}. */
  public static String className(String snakeCase) {
    StringBuilder name = new StringBuilder();
    for (String word : snakeCase.split("_", -1)) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
      }
    }
    return name.toString();
  }
}
