package io.tenon.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The imports of a file: each simple name stands for the first that claims it. */
final class Imports {
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> types = new TreeSet<>();
  private final Set<String> constants = new TreeSet<>();

  /** Imports for a file that declares types of these names itself. */
  Imports(List<String> declared) {
    new HashSet<>(declared).forEach(name -> names.put(name, ""));
  }

  /** A class, by its simple name where that is free. */
  String type(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type(type.getName()) : type(outer) + "." + type.getSimpleName();
  }

  /** A class that may be missing here, by its simple name where that is free. */
  String type(String qualified) {
    String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
    if (!names.computeIfAbsent(simple, unused -> qualified).equals(qualified)) {
      return qualified;
    }
    types.add(qualified);
    return simple;
  }

  /** A constant of an enum, by its name alone where that is free. */
  String constant(Enum<?> constant) {
    Class<?> owner = constant.getDeclaringClass();
    String qualified = owner.getCanonicalName() + "." + constant.name();
    if (!names.computeIfAbsent(constant.name(), unused -> qualified).equals(qualified)) {
      return type(owner) + "." + constant.name();
    }
    constants.add(qualified);
    return constant.name();
  }

  /** The lines of the imports, static ones first. */
  String text() {
    StringBuilder text = new StringBuilder();
    constants.forEach(name -> text.append("import static ").append(name).append(";\n"));
    text.append(constants.isEmpty() || types.isEmpty() ? "" : "\n");
    types.forEach(name -> text.append("import ").append(name).append(";\n"));
    return text.toString();
  }
}
