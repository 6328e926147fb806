package io.tenon.keras;

import io.tenon.layer.LayerSpec;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The records of layers by Keras's names of their classes: those of the language, and registered
 * ones.
 */
final class LayerTypes {
  private static final String LAYERS = "io.tenon.layer.";
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

  private final CustomObjects custom;

  LayerTypes(CustomObjects custom) {
    this.custom = custom;
  }

  /**
   * The record of a layer.
   *
   * @throws KerasFormatException if there is none
   */
  Class<?> find(Config layer, String label) {
    String className = KerasObject.className(layer);
    Optional<Class<? extends LayerSpec>> registered =
        custom.layer(layer.get("registered_name").text()).or(() -> custom.layer(className));
    if (registered.isPresent()) {
      return registered.get();
    }
    return language(className)
        .orElseThrow(
            () ->
                new KerasFormatException(
                    "%s: Tenon has no layer of that class; write one, and register it,"
                            .formatted(label)
                        + " Network.load(file, load -> load.layer(\"%s\", ...))"
                            .formatted(className)));
  }

  /** Only a class of the language is ever looked up, never one that a file names. */
  private static Optional<Class<?>> language(String className) {
    if (!NAME.matcher(className).matches()) {
      return Optional.empty();
    }
    try {
      Class<?> type =
          Class.forName(LAYERS + className + "$Spec", false, LayerSpec.class.getClassLoader());
      return type.isRecord() && LayerSpec.class.isAssignableFrom(type)
          ? Optional.of(type)
          : Optional.empty();
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty(); // on a file system without upper and lower case, a LinkageError
    }
  }
}
