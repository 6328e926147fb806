package io.tenon.keras;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import io.tenon.layer.LayerSpec;
import io.tenon.problem.LayerException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One layer's configuration as its {@link LayerSpec}: a component's value stands under its name in
 * snake case, and what a configuration lacks has the default of the annotation. So there is no list
 * of layers here.
 */
final class LayerReader {
  private static final String LAYERS = "io.tenon.layer.";
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

  /** What older versions called it. */
  private static final Map<String, String> OLD_NAMES = Map.of("LeakyReLU.negative_slope", "alpha");

  private final String name;
  private final String className;
  private final Config config;
  private final String version;
  private final int rank;

  /**
   * A configuration.
   *
   * @param rank the number of axes that the layer reads, the batch axis left out
   */
  LayerReader(String name, Config layer, String version, int rank) {
    this.name = name;
    this.className = layer.get("class_name").text();
    this.config = layer.get("config");
    this.version = version;
    this.rank = rank;
  }

  /**
   * The layer.
   *
   * @throws KerasFormatException if Tenon does not have it, or a value does not fit
   */
  LayerSpec spec() {
    if (config.get("data_format").text().equals("channels_first")) {
      throw refusal("it has its channels first, and Tenon has them last throughout");
    }
    if (className.equals("Lambda")) {
      throw refusal(
          "it is a Lambda, whose code is not run from a file: write the function in Java, and put"
              + " it in the layer's place");
    }
    Class<?> type = type();
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(type.getEnclosingClass(), components[i], i == 0);
    }
    try {
      return (LayerSpec) type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof LayerException refusal) {
        throw refusal(String.valueOf(refusal.getMessage()));
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Only a class of the language is ever looked up, never one that a file names. */
  private Class<?> type() {
    if (NAME.matcher(className).matches()) {
      try {
        Class<?> type =
            Class.forName(LAYERS + className + "$Spec", false, LayerSpec.class.getClassLoader());
        if (type.isRecord() && LayerSpec.class.isAssignableFrom(type)) {
          return type;
        }
      } catch (ClassNotFoundException e) {
        // told below
      }
    }
    throw refusal("Tenon has no layer of that class");
  }

  private KerasFormatException refusal(String why) {
    return new KerasFormatException("%s (%s): %s".formatted(name, className, why));
  }

  private Object value(Class<?> annotation, RecordComponent component, boolean first) {
    String key = snakeCase(component.getName());
    Config value = config.get(key);
    if (value.isMissing()) {
      value = config.get(OLD_NAMES.getOrDefault(className + "." + key, key));
    }
    if (component.getType() == LayerSpec.class) {
      return new LayerReader(name, value, version, rank - 1).spec();
    }
    if (value.isMissing() || value.isNull()) {
      return missing(annotation, component, first);
    }
    return convert(component, value);
  }

  /** Keras's null says that there is none; else it is the default that the annotation has. */
  private Object missing(Class<?> annotation, RecordComponent component, boolean first) {
    Class<?> type = component.getType();
    if (type == Regularizer.Spec.class) {
      return Regularizer.Spec.NONE;
    } else if (type == Constraint.Spec.class) {
      return Constraint.Spec.NONE;
    } else if (component.getName().equals("resetAfter") && version.startsWith("2")) {
      return false;
    } else if (component.getName().equals("activation")) {
      return constant(type, "linear");
    }
    Object value = defaultOf(annotation, component.getName());
    if (value == null && first) {
      value = defaultOf(annotation, "value");
    }
    if (value == null) {
      throw refusal("its configuration lacks " + snakeCase(component.getName()));
    }
    if (value instanceof Initializer initializer) {
      return Initializer.Spec.of(initializer.value());
    }
    if (!value.getClass().isArray()) {
      return value;
    }
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(value); i++) {
      elements.add(Array.get(value, i));
    }
    return elements;
  }

  private static @Nullable Object defaultOf(Class<?> annotation, String member) {
    try {
      return annotation.getMethod(member).getDefaultValue();
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private Object convert(RecordComponent component, Config value) {
    Class<?> type = component.getType();
    Config plain = value.get("value").isMissing() ? value : value.get("value");
    if (type == int.class) {
      return component.getName().equals("axis") ? axis(plain) : integer(component, plain);
    } else if (type == double.class) {
      return plain.number(0);
    } else if (type == boolean.class) {
      return plain.truth(false);
    } else if (type == Initializer.Spec.class) {
      return WeightConfigs.initializer(name, value);
    } else if (type == Regularizer.Spec.class) {
      return WeightConfigs.regularizer(name, value);
    } else if (type == Constraint.Spec.class) {
      return WeightConfigs.constraint(name, value);
    } else if (type.isEnum()) {
      return constant(type, value.text(value.get("config").text()));
    } else if (type == List.class
        && ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
            == Integer.class) {
      List<Integer> numbers = new ArrayList<>();
      flatten(value, numbers);
      return component.getName().equals("axis")
          ? numbers.stream().map(this::fromEnd).toList()
          : numbers;
    }
    throw new IllegalStateException("no value for " + component);
  }

  private int integer(RecordComponent component, Config value) {
    Config number = value.list().size() == 1 ? value.get(0) : value;
    if (!number.isInteger()) {
      throw refusal("%s must be a number, found %s".formatted(component.getName(), value));
    }
    return number.integer(0);
  }

  /** An axis, perhaps in a list; the last one is -1. */
  private int axis(Config value) {
    return fromEnd(value.isList() ? value.get(0).integer(0) : value.integer(0));
  }

  private int fromEnd(int axis) {
    return axis == rank && !className.equals("Concatenate") ? -1 : axis;
  }

  /** Numbers and pairs of numbers alike. */
  private static void flatten(Config value, List<Integer> numbers) {
    if (value.isList()) {
      value.list().forEach(element -> flatten(element, numbers));
    } else {
      numbers.add(value.integer(0));
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Object constant(Class<?> type, String text) {
    if (text.equals("hard_sigmoid") && version.startsWith("2")) {
      throw refusal("the hard_sigmoid of Keras 2 is another function than Keras 3's");
    }
    String constant = text.equals("swish") ? "SILU" : text.toUpperCase(Locale.ROOT);
    try {
      return Enum.valueOf((Class) type, constant);
    } catch (IllegalArgumentException e) {
      throw refusal("Tenon has no %s called \"%s\"".formatted(type.getSimpleName(), text));
    }
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
