package io.tenon.processor.write;

import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * The name of the method that makes a layer: the layer's own, begun small ({@code Conv2D}: {@code
 * conv2D}, {@code RMSNormalization}: {@code rmsNormalization}). One of capitals, but for single
 * letters between them, becomes small as a whole ({@code LSTM}: {@code lstm}, {@code ReLU}: {@code
 * relu}). One that Java keeps for itself gets the suffix {@code Layer} ({@code Switch}: {@code
 * switchLayer}).
 */
final class FactoryNames {
  private static final Pattern CAPITALS = Pattern.compile("(?:[A-Z]+[a-z]?)*[A-Z]+");

  /** The first letter, or the capitals of an abbreviation before the next word. */
  private static final Pattern BEGINNING = Pattern.compile("^(?:[A-Z]+(?=[A-Z][a-z])|[A-Z])");

  private FactoryNames() {}

  static String of(String layer) {
    String name =
        CAPITALS.matcher(layer).matches()
            ? layer.toLowerCase(Locale.ROOT)
            : BEGINNING.matcher(layer).replaceFirst(word -> word.group().toLowerCase(Locale.ROOT));
    return SourceVersion.isKeyword(name) ? name + "Layer" : name;
  }
}
