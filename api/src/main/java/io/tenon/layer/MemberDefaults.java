package io.tenon.layer;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The defaults of an annotation's members as specs hold them: arrays are lists, and nested
 * annotations their own {@code Spec}.
 */
public final class MemberDefaults {
  private MemberDefaults() {}

  /**
   * The default of a member; empty if it has none, as one that names a class of one's own.
   *
   * @throws IllegalArgumentException if the annotation has no such member
   */
  public static Optional<Object> of(Class<?> annotation, String member) {
    try {
      Object value = annotation.getMethod(member).getDefaultValue();
      return value == null ? Optional.empty() : Optional.ofNullable(convert(value));
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(annotation + " has no member " + member, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(annotation + " has a default that has no spec", e);
    }
  }

  /**
   * The member of an annotation that stands for a component of its spec: that of its name, or
   * {@code value} for the first. Empty for what no annotation can hold.
   */
  public static Optional<String> member(Class<?> annotation, String component, boolean first) {
    if (has(annotation, component)) {
      return Optional.of(component);
    }
    return first && has(annotation, "value") ? Optional.of("value") : Optional.empty();
  }

  private static boolean has(Class<?> annotation, String member) {
    return Arrays.stream(annotation.getDeclaredMethods())
        .map(Method::getName)
        .anyMatch(member::equals);
  }

  private static @Nullable Object convert(Object value) throws ReflectiveOperationException {
    if (value instanceof Class<?>) {
      return null;
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
    Class<?> spec = Class.forName(type.getName() + "$Spec", true, type.getClassLoader());
    RecordComponent[] components = spec.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      String member = member(type, components[i].getName(), i == 0).orElseThrow();
      values[i] = convert(type.getMethod(member).invoke(annotation));
    }
    Constructor<?> constructor =
        spec.getDeclaredConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    return constructor.newInstance(values);
  }
}
