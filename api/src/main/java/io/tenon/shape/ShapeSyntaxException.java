package io.tenon.shape;

/** A text that is not a shape. */
public final class ShapeSyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final int position;
  private final String remedy;

  ShapeSyntaxException(String text, int position, String reason, String remedy) {
    super("cannot read the shape \"" + text + "\": " + reason);
    this.text = text;
    this.position = position;
    this.remedy = remedy;
  }

  /** The text that was to be read. */
  public String text() {
    return text;
  }

  /** Where it stops making sense: an index into {@link #text}. */
  public int position() {
    return position;
  }

  /** How to mend it. */
  public String remedy() {
    return remedy;
  }
}
