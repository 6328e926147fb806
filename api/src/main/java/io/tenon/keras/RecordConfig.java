package io.tenon.keras;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record whose components stand in a configuration of Keras's under their names in snake case,
 * {@code beta1} as {@code beta_1}: optimizers, schedules and losses.
 */
public final class RecordConfig {
  private RecordConfig() {}

  /** What Keras calls a component. */
  static String key(String component) {
    return component
        .replaceAll("([A-Z])", "_$1")
        .replaceAll("(?<=[a-z]{2})(\\d+)$", "_$1")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * A record with what a configuration holds of its components, and the others as they are.
   *
   * @param model what lacks in the configuration is taken from it
   * @throws KerasFormatException if a value is of another kind, or out of range
   */
  public static <T extends Record> T read(T model, Config config) {
    RecordComponent[] components = model.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      Config value = config.get(key(components[i].getName()));
      Object before = value(components[i], model);
      values[i] = value.isNull() ? before : convert(components[i], before, value);
    }
    return construct(model, types, values);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Record> T construct(T model, Class<?>[] types, Object[] values) {
    try {
      var constructor = model.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (T) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        throw new KerasFormatException(
            "%s: %s".formatted(model.getClass().getSimpleName(), refusal.getMessage()), refusal);
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object convert(RecordComponent component, Object before, Config value) {
    Class<?> type = component.getType();
    boolean fits =
        type == boolean.class
            ? value.value() instanceof Boolean
            : type == int.class
                ? value.isInteger()
                : type == double.class ? value.isNumber() : type == List.class && value.isList();
    if (!fits && (type.isPrimitive() || type == List.class)) {
      throw new KerasFormatException(
          "%s: %s must not be %s"
              .formatted(
                  component.getDeclaringRecord().getSimpleName(), key(component.getName()), value));
    }
    if (type == boolean.class) {
      return value.truth(false);
    } else if (type == int.class) {
      return value.integer(Integer.MAX_VALUE);
    } else if (type == double.class) {
      return value.number(0);
    } else if (type == List.class) {
      boolean whole = component.getGenericType().getTypeName().contains("Long");
      List<Object> numbers = new ArrayList<>();
      value
          .list()
          .forEach(
              each ->
                  numbers.add(whole ? (Object) (long) Math.floor(each.number(0)) : each.number(0)));
      return numbers;
    }
    return before;
  }

  /** The plain components of a record: numbers, truth values and lists of numbers. */
  public static Map<String, @Nullable Object> write(Record from) {
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    Arrays.stream(from.getClass().getRecordComponents())
        .filter(component -> component.getType().isPrimitive() || component.getType() == List.class)
        .forEach(component -> config.put(key(component.getName()), value(component, from)));
    return config;
  }

  private static Object value(RecordComponent component, Record from) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(from);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
