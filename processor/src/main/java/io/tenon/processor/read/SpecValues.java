package io.tenon.processor.read;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** The components of records of the language, by name. */
final class SpecValues {
  private SpecValues() {}

  static @Nullable Object get(Object spec, String component) {
    try {
      return spec.getClass().getMethod(component).invoke(spec);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(spec.getClass() + " has no component " + component, e);
    }
  }

  /**
   * The same record with another value of a component.
   *
   * @throws IllegalArgumentException if the record refuses it
   */
  static Object with(Object spec, String component, @Nullable Object value) {
    RecordComponent[] components = spec.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      String name = components[i].getName();
      values[i] = name.equals(component) ? value : get(spec, name);
    }
    try {
      return spec.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What {@code Spec.of(first)} gives: the defaults of all other components. */
  static Record of(Class<?> spec, @Nullable Object first) {
    try {
      return (Record)
          spec.getMethod("of", spec.getRecordComponents()[0].getType()).invoke(null, first);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(spec + " has no factory", e);
    }
  }
}
