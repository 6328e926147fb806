package io.tenon.processor.write;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays out what JavaPoet made as google-java-format would: no spaces at the ends of lines, short
 * javadoc on one line and long lines of it broken, an empty body on the line of what it belongs to,
 * fields together. Line by line, since every build waits for it.
 */
final class Layout {
  private static final int WIDTH = 100;
  private static final String JAVADOC = "/**";

  private final List<String> lines = new ArrayList<>();
  private boolean table;

  private Layout() {}

  static String smooth(String source) {
    Layout layout = new Layout();
    int start = 0;
    for (int end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', start)) {
      layout.add(source.substring(start, end).stripTrailing());
      start = end + 1;
    }
    layout.add(source.substring(start));
    return String.join("\n", layout.lines);
  }

  private void add(String line) {
    String text = line.stripLeading();
    if (text.startsWith("}") && last(1).endsWith("{")) {
      lines.set(lines.size() - 1, last(1) + text);
    } else if (text.equals("*/") && last(2).stripLeading().equals(JAVADOC) && !last(1).isEmpty()) {
      shortJavadoc(line);
    } else if (isField(line, text) && last(1).isEmpty() && isField(last(2), last(2).strip())) {
      lines.set(lines.size() - 1, line);
    } else {
      broken(line, text);
    }
  }

  /** The line so many before this one, empty before the first. */
  private String last(int back) {
    return lines.size() < back ? "" : lines.get(lines.size() - back);
  }

  private static boolean isField(String line, String text) {
    return line.startsWith(" ")
        && text.startsWith("private ")
        && text.endsWith(";")
        && text.indexOf('{') < 0;
  }

  private void shortJavadoc(String end) {
    String opening = last(2);
    String text = last(1).stripLeading();
    String line = opening + " " + text.substring(Math.min(2, text.length())) + " */";
    if (line.length() <= WIDTH && text.startsWith("* ")) {
      lines.remove(lines.size() - 1);
      lines.set(lines.size() - 1, line);
    } else {
      lines.add(end);
    }
  }

  private void broken(String line, String text) {
    table = (table || line.contains("<pre>")) && !line.contains("</pre>");
    String rest = line;
    String margin = line.substring(0, line.length() - text.length()) + "* ";
    while (!table && rest.length() > WIDTH && rest.stripLeading().startsWith("* ")) {
      int end = rest.lastIndexOf(' ', WIDTH);
      lines.add(rest.substring(0, end));
      rest = margin + rest.substring(end + 1);
    }
    lines.add(rest);
  }
}
