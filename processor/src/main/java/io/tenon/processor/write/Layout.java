package io.tenon.processor.write;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays out what JavaPoet made as google-java-format would: no spaces at the ends of lines, short
 * javadoc on one line and long lines of it broken, an empty body on the line of what it belongs to,
 * fields together.
 */
final class Layout {
  private static final int WIDTH = 100;
  private static final Pattern SHORT_JAVADOC =
      Pattern.compile("^( *)/\\*\\*\n *\\* ([^\n]*)\n *\\*/$", Pattern.MULTILINE);
  private static final Pattern FIELDS =
      Pattern.compile("^( +private [^\n{]*;\n)\n(?= +private [^\n{]*;\n)", Pattern.MULTILINE);

  private Layout() {}

  static String smooth(String source) {
    String text = source.replaceAll("[ \t]+\n", "\n").replaceAll("\\{\n *}", "{}");
    text = FIELDS.matcher(text).replaceAll("$1");
    text =
        SHORT_JAVADOC
            .matcher(text)
            .replaceAll(
                match -> {
                  String line = "%s/** %s */".formatted(match.group(1), match.group(2));
                  return Matcher.quoteReplacement(line.length() <= WIDTH ? line : match.group());
                });
    return breakJavadoc(text);
  }

  private static String breakJavadoc(String text) {
    StringBuilder result = new StringBuilder(text.length());
    boolean table = false;
    for (String line : text.split("\n", -1)) {
      table = (table || line.contains("<pre>")) && !line.contains("</pre>");
      String rest = line;
      String margin = line.substring(0, line.length() - line.stripLeading().length()) + "* ";
      while (!table && rest.length() > WIDTH && rest.stripLeading().startsWith("* ")) {
        int end = rest.lastIndexOf(' ', WIDTH);
        result.append(rest, 0, end).append('\n');
        rest = margin + rest.substring(end + 1);
      }
      result.append(rest).append('\n');
    }
    result.setLength(result.length() - 1);
    return result.toString();
  }
}
