package io.tenon.shape;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code "28 28 1"} and {@code "time 32"}. */
final class ShapeParser {
  private static final String FORM =
      "A shape is axes separated by spaces: a size (28) or a name (time).";

  private ShapeParser() {}

  static Shape parse(String text) {
    List<Axis> axes = new ArrayList<>();
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
