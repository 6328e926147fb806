package io.tenon.keras;

import io.tenon.ActivationFunction;
import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the values of a layer's components out of its configuration. */
final class ComponentReader {
  /** The constant that some enums have for null. */
  static final String NONE = "NONE";

  private final String layer;
  private final Class<?> annotation;
  private final Source source;
  private final int rank;

  /**
   * A reader.
   *
   * @param layer the layer, as messages name it
   * @param annotation the layer's annotation, whose defaults stand in for what is missing
   * @param rank the number of axes that the layer reads, the batch axis left out
   */
  ComponentReader(String layer, Class<?> annotation, Source source, int rank) {
    this.layer = layer;
    this.annotation = annotation;
    this.source = source;
    this.rank = rank;
  }

  /** What stands in the place of a value that is missing, or null. */
  Object missing(Component component, Config value, boolean first) {
    if (component.isRegularizer()) {
      return Regularizer.Spec.NONE;
    } else if (component.isConstraint()) {
      return Constraint.Spec.NONE;
    } else if (component.type() == ActivationFunction.class && !value.isMissing()) {
      return ActivationFunction.LINEAR;
    } else if (value.isMissing() && source.isLegacy() && !component.legacyDefault().isEmpty()) {
      String written = component.legacyDefault();
      return read(
          component,
          Config.of(component.type() == boolean.class ? Boolean.valueOf(written) : written));
    } else if (component.isNoneNull() && !value.isMissing()) {
      return constant(component.type(), Config.of(NONE));
    } else if (component.type().isEnum() && !value.isMissing()) {
      throw refusal("%s is null, which Tenon does not have".formatted(component.key()));
    }
    Object found = defaultOf(component.name());
    if (found == null && first) {
      found = defaultOf("value");
    }
    if (found == null) {
      throw refusal("its configuration lacks " + component.key());
    }
    if (found instanceof Initializer initializer) {
      return Initializer.Spec.of(initializer.value());
    }
    return found.getClass().isArray() ? elements(found) : found;
  }

  private @Nullable Object defaultOf(String member) {
    try {
      return annotation.getMethod(member).getDefaultValue();
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static List<Object> elements(Object array) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      elements.add(Array.get(array, i));
    }
    return elements;
  }

  /** The value of a component, of its type. */
  Object read(Component component, Config value) {
    Class<?> type = component.type();
    Config plain = value.get("value").isMissing() ? value : value.get("value");
    if (type == int.class) {
      int number = integer(component, value.list().size() == 1 ? value.get(0) : plain);
      return component.isAxis() ? fromEnd(number) : number;
    } else if (type == double.class) {
      return number(component, plain);
    } else if (type == boolean.class) {
      return truth(component, plain);
    } else if (component.isInitializer()) {
      return InitializerConfig.read(layer, value, source.custom());
    } else if (component.isRegularizer()) {
      return RegularizerConfig.read(layer, value, source.custom());
    } else if (component.isConstraint()) {
      return ConstraintConfig.read(layer, value, source.custom());
    } else if (type == ActivationFunction.class) {
      return ActivationConfig.read(layer, value, source);
    } else if (type.isEnum()) {
      return constant(type, value);
    } else if (component.isNumbers()) {
      List<Integer> numbers = new ArrayList<>();
      flatten(component, value, numbers);
      if (component.isAllAxes() && numbers.stream().sorted().toList().equals(all(rank))) {
        return List.of();
      }
      return component.isAxis() ? numbers.stream().map(this::fromEnd).toList() : numbers;
    } else if (component.isDecimals()) {
      return decimals(component, value);
    } else if (type == String.class) {
      return value.text();
    }
    throw new IllegalStateException("no value for " + component);
  }

  /** The axes between that of the batch and the last of a rank, which does not count the batch. */
  static List<Integer> all(int rank) {
    return IntStream.range(1, rank).boxed().toList();
  }

  private int integer(Component component, Config value) {
    if (!value.isInteger() || value.size(0) != value.integer(0)) {
      throw refusal("%s must be a number, found %s".formatted(component.name(), value));
    }
    return value.integer(0);
  }

  private double number(Component component, Config value) {
    if (!value.isNumber()) {
      throw refusal("%s must be a number, found %s".formatted(component.name(), value));
    }
    return value.number(0);
  }

  /** One number, a list of them, or an array of NumPy's. */
  private List<Double> decimals(Component component, Config value) {
    Config array = value.get(KerasObject.CONFIG).get("value");
    if (!array.isMissing()) {
      return decimals(component, array);
    }
    return value.isList()
        ? value.list().stream().map(element -> number(component, element)).toList()
        : List.of(number(component, value));
  }

  /** Python's truth: some wrote 0 and 1. */
  private boolean truth(Component component, Config value) {
    if (value.isNumber()) {
      return value.number(0) != 0;
    } else if (value.truth(false) != value.truth(true)) {
      throw refusal("%s must be true or false, found %s".formatted(component.name(), value));
    }
    return value.truth(false);
  }

  /** The last axis is -1, whatever its number. */
  private int fromEnd(int axis) {
    return axis == rank ? -1 : axis;
  }

  /** Numbers and pairs of numbers alike. */
  private void flatten(Component component, Config value, List<Integer> numbers) {
    if (value.isList()) {
      value.list().forEach(element -> flatten(component, element, numbers));
    } else if (component.isOpenNone() && value.isNull()) {
      numbers.add(-1);
    } else {
      numbers.add(integer(component, value));
    }
  }

  private Object constant(Class<?> type, Config value) {
    String name = value.text().toUpperCase(Locale.ROOT);
    for (Object constant : type.getEnumConstants()) {
      if (constant.toString().equals(name)) {
        return constant;
      }
    }
    throw refusal("Tenon has no %s called %s".formatted(type.getSimpleName(), value));
  }

  KerasFormatException refusal(String why) {
    return new KerasFormatException(layer + ": " + why);
  }
}
