package io.tenon.keras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form in which Keras writes an object: its module, its class and its configuration. */
public final class KerasObject {
  /** The key of the class. */
  public static final String CLASS_NAME = "class_name";

  /** The key of the configuration. */
  public static final String CONFIG = "config";

  private KerasObject() {}

  /** An object of a class that Keras exports. */
  public static Map<String, @Nullable Object> of(
      String module, String className, Map<String, @Nullable Object> config) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("module", module);
    object.put(CLASS_NAME, className);
    object.put(CONFIG, config);
    object.put("registered_name", null);
    return object;
  }

  /** The class of what is written as an object, or by its name alone. */
  public static String className(Config value) {
    return value.text(value.get(CLASS_NAME).text());
  }

  /** An object of a class of one's own, which the file only names. */
  static Map<String, @Nullable Object> own(Object object) {
    String name = ownName(object);
    Map<String, @Nullable Object> written =
        of(object.getClass().getPackageName(), name, new LinkedHashMap<>());
    written.put("registered_name", name);
    return written;
  }

  /** What files call an object of one's own class: lambdas, whose names change, are functions. */
  public static String ownName(Object object) {
    Class<?> type = object.getClass();
    return type.isHidden() || type.isAnonymousClass() ? "Function" : type.getSimpleName();
  }

  /** What tells that a file names what nobody has registered. */
  static KerasFormatException unknown(String layer, String kind, String className) {
    return new KerasFormatException(
        "%s: Tenon has no %s called \"%s\"; write one, and register it, Network.load(file, load -> load.%2$s(\"%3$s\", ...))"
            .formatted(layer, kind, className));
  }

  /** A function that the file only names: whoever loads it has a function of that name. */
  public static Map<String, @Nullable Object> function(String name) {
    Map<String, @Nullable Object> function = new LinkedHashMap<>();
    function.put("module", "builtins");
    function.put(CLASS_NAME, "function");
    function.put(CONFIG, name);
    function.put("registered_name", "function");
    return function;
  }

  /** {@code GlorotUniform} as {@code GLOROT_UNIFORM}. */
  static String constant(String className) {
    return className.replaceAll("(?<=[a-z])([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  /** {@code GLOROT_UNIFORM} as {@code GlorotUniform}. */
  static String className(Enum<?> constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.name().split("_", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  /** A constant that Keras writes in lower case. */
  public static <E extends Enum<E>> E constant(Class<E> type, String text, String layer) {
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new KerasFormatException(
          "%s: Tenon has no %s called \"%s\"".formatted(layer, type.getSimpleName(), text));
    }
  }

  /** One number as it is, several as a list. */
  static Object single(List<Integer> numbers) {
    return numbers.size() == 1 ? numbers.get(0) : numbers;
  }
}
