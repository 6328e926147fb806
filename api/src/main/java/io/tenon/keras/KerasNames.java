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
}
