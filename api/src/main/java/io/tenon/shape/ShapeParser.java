package io.tenon.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code "28 28 1"} and {@code "time 32"}. */
final class ShapeParser {
  private static final String FORM =
      "A shape is axes separated by spaces: a size (28) or a name (time).";

  /** What stands for an open axis in Keras: -1, None and ?. */
  private static final Pattern OPEN = Pattern.compile("(?<![\\w-])(-1|None|null|\\?)(?!\\w)");

  private ShapeParser() {}

  static Shape parse(String text) {
    List<Axis> axes = new ArrayList<>();
    Matcher open = OPEN.matcher(text);
    if (open.find()) {
      throw open(text, open);
    }
    int position = 0;
    while (position < text.length()) {
      char first = text.charAt(position);
      if (first == ' ') {
        position++;
        continue;
      }
      int end = position;
      while (end < text.length() && text.charAt(end) != ' ') {
        end++;
      }
      axes.add(axis(text, position, end));
      position = end;
    }
    if (axes.isEmpty()) {
      throw new ShapeSyntaxException(text, 0, "it names no axis", FORM + " Write \"784\".");
    }
    return new Shape(axes);
  }

  /** The first is probably the batch axis; another is known only when the model runs. */
  private static ShapeSyntaxException open(String text, Matcher open) {
    String without = text.substring(0, open.start()) + text.substring(open.end());
    String named = text.substring(0, open.start()) + "time" + text.substring(open.end());
    return new ShapeSyntaxException(
        text,
        open.start(),
        "'%s' is not an axis".formatted(open.group()),
        "The batch axis is implied; an axis known only when the model runs has a name."
            + suggestion(open.start() <= 1 ? without : named)
            + (open.start() <= 1 ? " Or" + suggestion(named).replace(" W", " w") : ""));
  }

  private static Axis axis(String text, int start, int end) {
    boolean number = Character.isDigit(text.charAt(start));
    boolean name = Character.isJavaIdentifierStart(text.charAt(start));
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean fits = number ? c >= '0' && c <= '9' : name && Character.isJavaIdentifierPart(c);
      if (!fits) {
        throw new ShapeSyntaxException(
            text, i, "unexpected '" + c + "' at character " + (i + 1), FORM + suggestion(text));
      }
    }
    String word = text.substring(start, end);
    return number ? Axis.of(size(text, start, word)) : Axis.named(word);
  }

  private static long size(String text, int start, String word) {
    long size;
    try {
      size = Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw new ShapeSyntaxException(
          text,
          start,
          word + " is too large for an axis",
          "The largest is " + Integer.MAX_VALUE + ".");
    }
    if (size == 0) {
      throw new ShapeSyntaxException(
          text, start, "an axis of size 0 holds nothing", "Sizes are 1 or more.");
    }
    return size;
  }

  /** What was probably meant: the same with spaces for whatever separates the axes. */
  private static String suggestion(String text) {
    String mended = text.replaceAll("[^A-Za-z0-9_]+|(?<=[0-9])[xX*](?=[0-9])", " ").strip();
    return mended.isEmpty() ? " Write \"28 28 1\"." : " Write \"" + mended + "\".";
  }
}
