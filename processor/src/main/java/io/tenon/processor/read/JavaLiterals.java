package io.tenon.processor.read;

/** Values as Java writes them. */
final class JavaLiterals {
  private JavaLiterals() {}

  /** A text in quotes, in ASCII. */
  static String text(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        literal.append('\\').append(letter);
      } else if (letter < ' ' || letter > '~') {
        literal.append("\\u%04x".formatted((int) letter));
      } else {
        literal.append(letter);
      }
    }
    return literal.append('"').toString();
  }
}
