package io.tenon.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names of tensors and layers as names of methods: what Java does not allow is changed. */
final class JavaNames {
  private static final Set<String> TAKEN =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "null",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "true",
          "try",
          "void",
          "volatile",
          "while",
          "_",
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  private final Map<String, String> tensors = new HashMap<>();
  private final Map<String, String> layers = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /** The method of a tensor; the same each time that it is asked for. */
  String tensor(String name) {
    return tensors.computeIfAbsent(name, this::free);
  }

  /** The method of a layer to share, or of a model to use as one; the same each time. */
  String layer(String name) {
    return layers.computeIfAbsent(name, this::free);
  }

  private String free(String name) {
    String valid = valid(name);
    String free = valid;
    for (int i = 2; !used.add(free); i++) {
      free = valid + i;
    }
    return free;
  }

  /** A name with what Java does not allow in it changed. */
  static String valid(String name) {
    StringBuilder valid = new StringBuilder();
    name.codePoints()
        .forEach(
            letter -> valid.appendCodePoint(Character.isJavaIdentifierPart(letter) ? letter : '_'));
    if (valid.isEmpty() || !Character.isJavaIdentifierStart(valid.charAt(0))) {
      valid.insert(0, '_');
    }
    return TAKEN.contains(valid.toString()) ? valid + "_" : valid.toString();
  }
}
