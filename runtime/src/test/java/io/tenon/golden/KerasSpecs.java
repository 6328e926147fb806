package io.tenon.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import io.tenon.layer.KerasForm;
import io.tenon.layer.LayerSpec;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Specs from Keras's configurations, by the names of their components. */
final class KerasSpecs {
  private KerasSpecs() {}

  /** The spec of a case; empty if there is no layer of that class. */
  static Optional<LayerSpec> of(JsonNode which) {
    String className = which.get("class_name").asText();
    Class<?> spec;
    try {
      spec = Class.forName("io.tenon.layer." + className + "$Spec");
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
    int rank = which.path("inputs").path(0).path("shape").size() - 1;
    return Optional.of((LayerSpec) record(spec, which.get("config"), rank));
  }

  /**
   * A spec.
   *
   * @param rank the number of axes that the layer reads, the batch axis left out
   */
  private static Object record(Class<?> type, JsonNode config, int rank) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i], config.get(snakeCase(components[i].getName())));
      KerasForm form = components[i].getAnnotation(KerasForm.class);
      if (form != null && form.axis()) {
        values[i] =
            values[i] instanceof Integer axis
                ? fromEnd(axis, rank)
                : fromEnd((List<?>) values[i], rank);
      }
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  private static Object value(RecordComponent component, JsonNode value) {
    Class<?> type = component.getType();
    boolean missing = value == null || value.isNull();
    if (type == int.class) {
      return missing ? 0 : value.asInt();
    } else if (type == double.class) {
      return missing ? Double.POSITIVE_INFINITY : value.asDouble();
    } else if (type == boolean.class) {
      return !missing && value.asBoolean();
    } else if (type == LayerSpec.class) {
      return of(value).orElseThrow();
    } else if (type == Regularizer.Spec.class) {
      return Regularizer.Spec.NONE;
    } else if (type == Constraint.Spec.class) {
      return Constraint.Spec.NONE;
    } else if (type.isEnum()) {
      return constant(type, missing ? "NONE" : value.asText());
    } else if (type == Initializer.Spec.class) {
      return Initializer.Spec.of(Initializer.Kind.ZEROS);
    } else if (type == String.class) {
      return missing ? "" : value.asText();
    } else if (isListOf(component, Double.class)) {
      List<Double> numbers = new ArrayList<>();
      if (value.isArray()) {
        value.forEach(element -> numbers.add(element.asDouble()));
      } else {
        numbers.add(value.asDouble());
      }
      return numbers;
    } else if (isListOf(component, Integer.class)) {
      List<Integer> numbers = new ArrayList<>();
      if (!missing) {
        flatten(value, numbers);
      }
      return numbers;
    }
    throw new IllegalStateException("no value for " + component);
  }

  private static boolean isListOf(RecordComponent component, Class<?> element) {
    return component.getType() == List.class
        && ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0] == element;
  }

  private static List<Integer> fromEnd(List<?> axes, int rank) {
    return axes.stream().map(axis -> fromEnd((Integer) axis, rank)).toList();
  }

  /** The last axis is -1 here, whatever its number. */
  private static int fromEnd(int axis, int rank) {
    return axis == rank ? -1 : axis;
  }

  /** Numbers and pairs of numbers alike; -1 for what is left open. */
  private static void flatten(JsonNode value, List<Integer> numbers) {
    if (value.isArray()) {
      value.forEach(element -> flatten(element, numbers));
    } else if (value.isNull()) {
      numbers.add(-1);
    } else {
      numbers.add(value.asInt());
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object constant(Class<?> type, String name) {
    return Enum.valueOf((Class) type, name.toUpperCase(Locale.ROOT));
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
