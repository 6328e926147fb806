package io.tenon.processor.read;

import io.tenon.layer.MemberDefaults;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The defaults of an annotation's members, from the annotation's own class as its spec's is loaded:
 * ECJ gives those of nested annotations in class files as errors.
 */
final class LoadedDefaults {
  /** They cannot change, and every model asks for them. */
  private static final Map<String, Object> CACHE = new ConcurrentHashMap<>();

  private LoadedDefaults() {}

  /**
   * The default of a member, as a component of a spec.
   *
   * @throws UnreadableException if it has none: javac tells that itself
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
