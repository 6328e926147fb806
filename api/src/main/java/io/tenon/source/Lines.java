package io.tenon.source;

import java.util.ArrayList;
import java.util.List;

/** Methods of an interface, laid out as google-java-format would. */
final class Lines {
  private static final int WIDTH = 100;

  private Lines() {}

  /** A method without body under its annotations. */
  static String method(
      List<String> annotations, String type, String name, List<String> parameters) {
    return begin(annotations)
        + fitted("%s %s(%s);".formatted(type, name, String.join(", ", parameters)))
        + "\n";
  }

  /** A method whose body is to be written again: a file or a graph cannot tell it. */
  static String function(
      List<String> annotations, String type, String name, List<String> parameters) {
    return begin(annotations)
        + fitted("default %s %s(%s) {".formatted(type, name, String.join(", ", parameters)))
        + "\n    throw new UnsupportedOperationException(\"write what "
        + name
        + " does\");\n  }\n";
  }

  private static String begin(List<String> annotations) {
    StringBuilder text = new StringBuilder();
    annotations.forEach(annotation -> text.append(fitted(annotation)).append('\n'));
    return text.toString();
  }

  /** A line, its arguments below it where it is too long. */
  private static String fitted(String line) {
    int open = line.indexOf('(');
    int close = line.lastIndexOf(')');
    if (line.length() + 2 <= WIDTH || close <= open + 1) {
      return "  " + line;
    }
    String inner = line.substring(open + 1, close);
    String below =
        6 + inner.length() + line.length() - close <= WIDTH
            ? inner
            : String.join(",\n      ", arguments(inner));
    return "  %s\n      %s%s".formatted(line.substring(0, open + 1), below, line.substring(close));
  }

  /** The arguments of a call: commas within texts, parentheses and braces part none. */
  private static List<String> arguments(String text) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      } else if (!quoted && (letter == '(' || letter == '{')) {
        depth++;
      } else if (!quoted && (letter == ')' || letter == '}')) {
        depth--;
      } else if (!quoted && depth == 0 && letter == ',') {
        arguments.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    arguments.add(text.substring(from).strip());
    return arguments;
  }
}
