package io.tenon.processor.write;

import java.util.Locale;
import javax.lang.model.SourceVersion;

/**
 * The name of the method that makes a layer: the layer's own, begun small ({@code Conv2D}: {@code
 * conv2D}). One of capitals only becomes small as a whole ({@code LSTM}: {@code lstm}). One that
 * Java keeps for itself gets the suffix {@code Layer} ({@code Switch}: {@code switchLayer}).
 */
final class FactoryNames {
  private FactoryNames() {}

  static String of(String layer) {
    String name =
        layer.equals(layer.toUpperCase(Locale.ROOT))
            ? layer.toLowerCase(Locale.ROOT)
            : layer.substring(0, 1).toLowerCase(Locale.ROOT) + layer.substring(1);
    return SourceVersion.isKeyword(name) ? name + "Layer" : name;
  }
}
