package io.tenon.processor.read;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The defaults of an annotation's members, from the annotation's own class as its spec's is loaded:
 * ECJ gives those of nested annotations in class files as errors.
 */
public final class LoadedDefaults {
  private LoadedDefaults() {}

  /**
   * The default of a member, as a component of a spec.
   *
   * @throws UnreadableException if it has none: javac tells that itself
   */
  public static Object of(Class<?> annotation, String member) {
    try {
      Object value = annotation.getMethod(member).getDefaultValue();
      if (value == null) {
        throw new UnreadableException();
      }
      return Objects.requireNonNull(convert(value));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(annotation + " has no member " + member, e);
    }
  }

  /** Whether a member names a class: by default none of one's own. */
  static boolean isClass(Class<?> annotation, String member) {
    try {
      return annotation.getMethod(member).getReturnType() == Class.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(annotation + " has no member " + member, e);
    }
  }

  private static @Nullable Object convert(Object value) throws ReflectiveOperationException {
    if (value instanceof Class<?>) {
      return null; // no function of one's own
    }
    if (value instanceof Annotation annotation) {
      return spec(annotation);
    }
    if (!value.getClass().isArray()) {
      return value;
    }
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(value); i++) {
      elements.add(Objects.requireNonNull(convert(Array.get(value, i))));
    }
    return List.copyOf(elements);
  }

  private static Object spec(Annotation annotation) throws ReflectiveOperationException {
    Class<?> type = annotation.annotationType();
    Class<?> spec =
        Class.forName(type.getName() + "$Spec", true, LoadedDefaults.class.getClassLoader());
    RecordComponent[] components = spec.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = convert(member(type, components[i].getName(), i == 0).invoke(annotation));
    }
    return spec.getDeclaredConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
        .newInstance(values);
  }

  private static Method member(Class<?> annotation, String component, boolean first)
      throws ReflectiveOperationException {
    for (Method method : annotation.getDeclaredMethods()) {
      if (method.getName().equals(component)) {
        return method;
      }
    }
    return annotation.getMethod(first ? "value" : component);
  }
}
