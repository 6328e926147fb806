package io.tenon.layer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The components of specs, whatever layer or parameter they are of. */
public final class SpecComponents {
  private SpecComponents() {}

  /** The value of a component. */
  public static @Nullable Object value(Record spec, RecordComponent component) {
    try {
      return component.getAccessor().invoke(spec);
    } catch (ReflectiveOperationException e) {
      throw unreadable(spec, e);
    }
  }

  /** The spec with another value of the component at an index; empty if it refuses that. */
  public static Optional<Record> with(Record spec, int index, Object value) {
    RecordComponent[] components = spec.getClass().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == index ? value : value(spec, components[i]);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return Optional.of(spec.getClass().getDeclaredConstructor(types).newInstance(values));
    } catch (InvocationTargetException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw unreadable(spec, e);
    }
  }

  /** The spec with another value of a component that it has and does not refuse. */
  static Record with(Record spec, String name, Object value) {
    RecordComponent[] components = spec.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      if (components[i].getName().equals(name)) {
        return with(spec, i, value).orElseThrow();
      }
    }
    throw new IllegalArgumentException(spec.getClass() + " has no " + name);
  }

  private static IllegalStateException unreadable(Record spec, ReflectiveOperationException cause) {
    return new IllegalStateException(spec.getClass() + " is not open to be read", cause);
  }
}
