package io.tenon.picture;

/**
 * The colors of a box, as {@code #rrggbb}.
 *
 * @param fill what it is filled with
 * @param line its border
 */
public record Palette(String fill, String line) {
  /** Text. */
  public static final String TEXT = "#1f2933";

  /** Smaller text. */
  public static final String FAINT_TEXT = "#52606d";

  /** The lines between boxes. */
  public static final String EDGE = "#7b8794";

  static Palette of(Box.Kind kind) {
    return switch (kind) {
      case INPUT -> new Palette("#e3f2e6", "#4c9a5f");
      case INNER -> new Palette("#f5f7fa", "#9aa5b1");
      case OUTPUT -> new Palette("#e1ecf9", "#4178be");
    };
  }
}
