package io.tenon.processor.read;

import io.tenon.layer.LayerSpec;
import io.tenon.problem.LayerException;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * Makes the record that an annotation stands for, whichever it is: components carry the names of
 * members, {@code value} is the first, arrays are lists and nested annotations their own {@code
 * Spec}. So a new layer needs no change here.
 */
final class SpecFactory {
  private SpecFactory() {}

  /**
   * The spec of a layer that is written as wrappers, the outermost first, and what they wrap.
   *
   * @throws LayerException if a spec refuses a value
   * @throws ClassNotFoundException if the processor's class path does not hold a spec
   * @throws UnreadableException if javac refuses an annotation
   */
  static LayerSpec create(List<AnnotationMirror> layers) throws ClassNotFoundException {
    LayerSpec spec = null;
    for (int i = layers.size() - 1; i >= 0; i--) {
      spec = (LayerSpec) create(layers.get(i), LayerAnnotations.spec(layers.get(i)), spec);
    }
    return Objects.requireNonNull(spec);
  }

  private static Object create(
      AnnotationMirror annotation, TypeReference spec, @Nullable LayerSpec wrapped)
      throws ClassNotFoundException {
    Class<?> type = load(spec);
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
    }
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      if (wrapped != null && types[i] == LayerSpec.class) {
        values[i] = wrapped;
        continue;
      }
      Optional<String> member = Mirrors.member(annotation, components[i].getName(), i == 0);
      if (member.isEmpty()) {
        continue; // null: a function, which the checker does not need
      }
      Optional<AnnotationValue> written = Mirrors.written(annotation, member.get());
      Class<?> boxed = boxed(types[i]);
      values[i] =
          written.isPresent()
              ? convert(written.get(), types[i], member.get())
              : Defaults.of(annotation, type.getEnclosingClass(), member.get(), boxed);
      if (values[i] != null && !boxed.isInstance(values[i])) {
        throw new UnreadableException();
      }
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof LayerException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(spec + " cannot be made", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(spec + " has no public constructor of a record", e);
    }
  }

  /** The value of a member; what is wrong within a nested annotation is found by way of it. */
  private static Object convert(AnnotationValue value, Class<?> component, String member)
      throws ClassNotFoundException {
    if (value.getValue() instanceof DeclaredType function) {
      return FunctionClasses.standIn((TypeElement) function.asElement(), component);
    }
    try {
      return convert(value);
    } catch (LayerException e) {
      throw e.within(member);
    }
  }

  /** The value of a member: arrays are lists, annotations their specs. */
  static Object convert(AnnotationValue value) throws ClassNotFoundException {
    Object content = value.getValue();
    if (content instanceof VariableElement constant) {
      return constant(constant);
    }
    if (content instanceof AnnotationMirror nested) {
      return create(nested, TypeReference.of(Mirrors.type(nested)).nested("Spec"), null);
    }
    if (content instanceof List<?> elements) {
      Object[] converted = new Object[elements.size()];
      for (int i = 0; i < converted.length; i++) {
        converted[i] = convert((AnnotationValue) elements.get(i));
      }
      return List.of(converted);
    }
    return content;
  }

  private static Object constant(VariableElement constant) throws ClassNotFoundException {
    TypeElement type = (TypeElement) ((DeclaredType) constant.asType()).asElement();
    for (Object each : load(TypeReference.of(type)).getEnumConstants()) {
      if (constant.getSimpleName().contentEquals(((Enum<?>) each).name())) {
        return each;
      }
    }
    throw new UnreadableException();
  }

  private static Class<?> load(TypeReference type) throws ClassNotFoundException {
    return Class.forName(type.binaryName(), true, SpecFactory.class.getClassLoader());
  }

  private static Class<?> boxed(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }
}
