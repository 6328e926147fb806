package io.tenon.processor.read;

import java.util.List;
import java.util.Optional;

/**
 * A layer annotation, for which options are generated.
 *
 * @param annotation the annotation
 * @param spec the record it stands for
 * @param members its members, in the order of their declaration
 * @param components the names of the record's components, in their order
 */
public record LayerType(
    TypeReference annotation, TypeReference spec, List<Member> members, List<String> components) {

  /** Copies the lists. */
  public LayerType {
    members = List.copyOf(members);
    components = List.copyOf(components);
  }

  /** The members that have no default. */
  public List<Member> required() {
    return members.stream().filter(member -> member.defaultValue().isEmpty()).toList();
  }

  /** The members that have one. */
  public List<Member> optional() {
    return members.stream().filter(member -> member.defaultValue().isPresent()).toList();
  }

  /**
   * A member of a layer annotation.
   *
   * @param name the name of the record's component; {@code value} stands for the first
   * @param annotationName its name in the annotation
   * @param type the type of the value, or of one element of an array
   * @param array whether it is an array
   * @param shorthand for an annotation with a single required member: the type of that
   * @param defaultValue what it is unless set
   */
  public record Member(
      String name,
      String annotationName,
      MemberType type,
      boolean array,
      Optional<Shorthand> shorthand,
      Optional<WrittenValue> defaultValue) {
    /** Whether no annotation can hold it: it is given in code alone. */
    public boolean isGiven() {
      return annotationName.isEmpty();
    }

    /** Whether this is the layer that a wrapper wraps. */
    public boolean isWrapped() {
      return isGiven() && type.reference().simpleName().equals("LayerSpec");
    }
  }

  /**
   * The type of a member.
   *
   * @param primitive the keyword, such as {@code int}; empty for classes
   * @param reference the class; for primitive types the box
   */
  public record MemberType(String primitive, TypeReference reference) {}

  /**
   * How a nested annotation can be made of one value.
   *
   * @param name the name of the record's component
   * @param type the type of the value
   * @param components the values of the record's components; where it is empty, the value itself
   * @param factory whether the record has a factory {@code of} for it
   */
  public record Shorthand(
      String name, MemberType type, List<Optional<WrittenValue>> components, boolean factory) {}
}
