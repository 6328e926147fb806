package io.tenon.layer;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Specs with the defaults of their annotations. */
public final class Specs {
  private Specs() {}

  /**
   * The spec of a layer.
   *
   * @param values by the names of the record's components; the others have their defaults
   */
  public static LayerSpec of(Class<?> annotation, Map<String, ?> values) {
    try {
      Class<?> spec = find(annotation);
      RecordComponent[] components = spec.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      List<Object> arguments = new ArrayList<>();
      for (RecordComponent component : components) {
        Object given = values.get(component.getName());
        arguments.add(given != null ? given : defaultOf(annotation, component));
      }
      return (LayerSpec) spec.getConstructor(types).newInstance(arguments.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> find(Class<?> annotation) throws ClassNotFoundException {
    return Class.forName(annotation.getName() + "$Spec");
  }

  private static Object defaultOf(Class<?> annotation, RecordComponent component)
      throws NoSuchMethodException {
    if (component.getType() == Initializer.Spec.class) {
      return Initializer.Spec.of(Initializer.Kind.ZEROS);
    } else if (component.getType() == Regularizer.Spec.class) {
      return Regularizer.Spec.NONE;
    } else if (component.getType() == Constraint.Spec.class) {
      return Constraint.Spec.NONE;
    }
    Method member = annotation.getMethod(component.getName());
    Object value = member.getDefaultValue();
    if (value == null) {
      throw new IllegalArgumentException(annotation + " needs " + component.getName());
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
}
