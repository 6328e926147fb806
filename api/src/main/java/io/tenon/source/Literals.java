package io.tenon.source;

import java.util.Locale;

/** Values as Java literals. */
final class Literals {
  /** Numbers from here on have their digits in groups. */
  private static final int FIRST_GROUPED = 10_000;

  private Literals() {}

  /** Whether Java has a literal for it. */
  static boolean isOne(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  static String of(Object value) {
    if (value instanceof String text) {
      return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
    if (value instanceof Double number) {
      return number.isInfinite()
          ? "Double." + (number > 0 ? "POSITIVE" : "NEGATIVE") + "_INFINITY"
          : number.toString().replace(".0E", "e").replace('E', 'e');
    }
    if (value instanceof Integer number && Math.abs((long) number) >= FIRST_GROUPED) {
      return String.format(Locale.ROOT, "%,d", number).replace(',', '_');
    }
    if (value instanceof Long number) {
      return number + "L";
    }
    return value instanceof Float number ? number + "f" : value.toString();
  }
}
