package io.tenon.source;

import io.tenon.layer.LayerSpec;
import io.tenon.layer.MemberDefaults;
import io.tenon.layer.SpecComponents;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Specs as the annotations that they stand for, what has its default left out. */
final class AnnotationSource {
  private final Imports imports;

  AnnotationSource(Imports imports) {
    this.imports = imports;
  }

  /**
   * The annotations of a layer: a wrapper's before that of what it wraps.
   *
   * @throws IllegalArgumentException if the layer has no annotation
   */
  List<String> of(LayerSpec layer) {
    Class<?> annotation = layer.getClass().getEnclosingClass();
    if (!(layer instanceof Record spec) || annotation == null || !annotation.isAnnotation()) {
      throw new IllegalArgumentException(
          "%s is no record within an annotation, so that no interface can declare it"
              .formatted(layer.getClass().getName()));
    }
    List<String> lines = new ArrayList<>();
    lines.add(annotation(spec));
    for (RecordComponent component : spec.getClass().getRecordComponents()) {
      if (SpecComponents.value(spec, component) instanceof LayerSpec wrapped) {
        lines.addAll(of(wrapped));
      }
    }
    return lines;
  }

  /** An annotation with values of its members, as a line. */
  String annotation(Class<?> annotation, Map<String, ?> members) {
    String name = "@" + imports.type(annotation);
    if (members.isEmpty()) {
      return name;
    }
    return members.keySet().equals(Set.of("value"))
        ? "%s(%s)".formatted(name, text(members.values().iterator().next()))
        : members.entrySet().stream()
            .map(member -> member.getKey() + " = " + text(member.getValue()))
            .collect(Collectors.joining(", ", name + "(", ")"));
  }

  private String annotation(Record spec) {
    Class<?> annotation = Objects.requireNonNull(spec.getClass().getEnclosingClass());
    RecordComponent[] components = spec.getClass().getRecordComponents();
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < components.length; i++) {
      Optional<String> member = MemberDefaults.member(annotation, components[i].getName(), i == 0);
      Object value = SpecComponents.value(spec, components[i]);
      if (member.isPresent() && value != null && !isDefault(spec, i, member.get())) {
        members.put(member.get(), simplest(spec, i, value));
      }
    }
    return annotation(annotation, members);
  }

  private String text(Object value) {
    if (value instanceof Enum<?> constant) {
      return imports.constant(constant);
    }
    if (value instanceof Record spec) {
      return annotation(spec);
    }
    if (value instanceof List<?> elements) {
      String texts = elements.stream().map(this::text).collect(Collectors.joining(", "));
      return elements.size() == 1 ? texts : "{" + texts + "}";
    }
    return Literals.isOne(value) ? Literals.of(value) : imports.type(named(value)) + ".class";
  }

  /** The class of an object of one's own, such as an initializer. */
  private static Class<?> named(Object value) {
    Class<?> type = value.getClass();
    if (type.isHidden() || type.isAnonymousClass() || type.isLocalClass()) {
      throw new IllegalArgumentException(
          "%s has no name by which an interface could call it: make it a class of its own"
              .formatted(type.getName()));
    }
    return type;
  }

  /** Whether the spec would be the same without a member: a spec may change what it is given. */
  private static boolean isDefault(Record spec, int index, String member) {
    return MemberDefaults.of(Objects.requireNonNull(spec.getClass().getEnclosingClass()), member)
        .filter(value -> SpecComponents.with(spec, index, value).filter(spec::equals).isPresent())
        .isPresent();
  }

  /** A value, for an array of equal elements one of them where that means the same. */
  private static Object simplest(Record spec, int index, Object value) {
    if (value instanceof List<?> elements && elements.size() > 1) {
      List<?> one = List.of(elements.get(0));
      return SpecComponents.with(spec, index, one).filter(spec::equals).isPresent() ? one : value;
    }
    return value;
  }
}
