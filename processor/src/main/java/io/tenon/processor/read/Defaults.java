package io.tenon.processor.read;

import io.tenon.layer.MemberDefaults;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The defaults of an annotation's members, as the compiler reads them. ECJ gives those of nested
 * annotations in class files as errors; then they are taken from the annotation's own class, as its
 * spec's is loaded. That way makes proxies, which a compiler that has just started is long about.
 */
final class Defaults {
  /** They cannot change, and every model asks for them. */
  private static final Map<String, Object> CACHE = new ConcurrentHashMap<>();

  private Defaults() {}

  /**
   * The default of a member, as a component of a spec; null for that of one that names a class: by
   * default none of one's own.
   *
   * @param annotation a use of the annotation
   * @param loaded its class
   * @param component the type of the component
   * @throws UnreadableException if it has none: javac tells that itself
   * @throws ClassNotFoundException if the processor's class path does not hold a spec
   */
  static @Nullable Object of(
      AnnotationMirror annotation, Class<?> loaded, String member, Class<?> component)
      throws ClassNotFoundException {
    String key = loaded.getName() + "." + member;
    Object known = CACHE.get(key);
    if (known != null) {
      return known;
    }
    AnnotationValue read = Mirrors.value(annotation, member);
    if (read.getValue() instanceof TypeMirror) {
      return null;
    }
    Object value = SpecFactory.convert(read);
    if (!component.isInstance(value)) {
      return of(loaded, member);
    }
    CACHE.put(key, value);
    return value;
  }

  /**
   * The default of a member as its annotation's class has it, where no use of it is at hand.
   *
   * @throws UnreadableException if it has none
   */
  static Object of(Class<?> annotation, String member) {
    return CACHE.computeIfAbsent(
        annotation.getName() + "." + member,
        key -> MemberDefaults.of(annotation, member).orElseThrow(UnreadableException::new));
  }

  /** Whether a member names a class: by default none of one's own. */
  static boolean isClass(Class<?> annotation, String member) {
    try {
      return annotation.getMethod(member).getReturnType() == Class.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(annotation + " has no member " + member, e);
    }
  }
}
