package io.tenon.processor.read;

import io.tenon.processor.read.LayerType.Member;
import io.tenon.processor.read.LayerType.MemberType;
import io.tenon.processor.read.LayerType.Shorthand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads layer annotations, which may come from class files. */
public final class LayerTypes {
  private LayerTypes() {}

  /** The layers of a package, sorted by name: the order of class files is not to be relied on. */
  public static List<LayerType> in(PackageElement layers) {
    return ElementFilter.typesIn(layers.getEnclosedElements()).stream()
        .filter(type -> type.getKind() == ElementKind.ANNOTATION_TYPE)
        .filter(LayerAnnotations::isLayer)
        .sorted(Comparator.comparing(type -> type.getSimpleName().toString()))
        .map(LayerTypes::read)
        .toList();
  }

  private static LayerType read(TypeElement annotation) {
    TypeElement spec = LayerAnnotations.specElement(annotation);
    List<Member> members = new ArrayList<>();
    for (RecordComponentElement component : LayerAnnotations.given(annotation)) {
      members.add(given(component));
    }
    for (ExecutableElement member : ElementFilter.methodsIn(annotation.getEnclosedElements())) {
      members.add(member(annotation, member));
    }
    return new LayerType(
        TypeReference.of(annotation), TypeReference.of(spec), members, components(spec));
  }

  /** A component that no annotation can hold, such as what a wrapper wraps. */
  private static Member given(RecordComponentElement component) {
    return new Member(
        component.getSimpleName().toString(),
        "",
        memberType(component.asType()),
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static Member member(TypeElement annotation, ExecutableElement member) {
    TypeMirror type = member.getReturnType();
    boolean array = type instanceof ArrayType;
    TypeMirror element = type instanceof ArrayType arrayType ? arrayType.getComponentType() : type;
    return new Member(
        component(annotation, member),
        member.getSimpleName().toString(),
        memberType(element),
        array,
        array ? Optional.empty() : shorthand(element),
        defaultValue(member));
  }

  private static Optional<WrittenValue> defaultValue(ExecutableElement member) {
    return Optional.<AnnotationValue>ofNullable(member.getDefaultValue()).map(WrittenValues::of);
  }

  /** The component that stands for a member: of its name, or the first for {@code value}. */
  static String component(TypeElement annotation, ExecutableElement member) {
    String name = member.getSimpleName().toString();
    List<String> components = components(LayerAnnotations.specElement(annotation));
    return name.equals("value") && !components.contains(name) ? components.get(0) : name;
  }

  private static List<String> components(TypeElement spec) {
    List<String> names = new ArrayList<>();
    for (RecordComponentElement component : Mirrors.components(spec)) {
      names.add(component.getSimpleName().toString());
    }
    return names;
  }

  /** The type of the elements of a member that is an array. */
  static Optional<MemberType> elementType(ExecutableElement member) {
    return member.getReturnType() instanceof ArrayType type
        ? Optional.of(memberType(type.getComponentType()))
        : Optional.empty();
  }

  private static MemberType memberType(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      String name = type.getKind().name().toLowerCase(Locale.ROOT);
      return new MemberType(name, new TypeReference("java.lang", boxed(name)));
    }
    TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
    return new MemberType(
        "",
        TypeReference.of(
            element.getKind() == ElementKind.ANNOTATION_TYPE
                ? WrittenValues.specOf(element)
                : element));
  }

  private static String boxed(String primitive) {
    return switch (primitive) {
      case "int" -> "Integer";
      case "char" -> "Character";
      default -> primitive.substring(0, 1).toUpperCase(Locale.ROOT) + primitive.substring(1);
    };
  }

  /** A nested annotation whose members have defaults but for {@code value} can be made of it. */
  private static Optional<Shorthand> shorthand(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)
        || declared.asElement().getKind() != ElementKind.ANNOTATION_TYPE) {
      return Optional.empty();
    }
    TypeElement annotation = (TypeElement) declared.asElement();
    TypeElement spec = WrittenValues.specOf(annotation);
    List<ExecutableElement> members = ElementFilter.methodsIn(annotation.getEnclosedElements());
    Optional<ExecutableElement> value =
        members.stream()
            .filter(member -> member.getSimpleName().contentEquals("value"))
            .filter(member -> !(member.getReturnType() instanceof ArrayType))
            .findFirst();
    boolean alone =
        members.stream()
            .filter(Mirrors::isRequired)
            .allMatch(member -> value.equals(Optional.of(member)));
    if (value.isEmpty() || !alone) {
      return Optional.empty();
    }
    List<Optional<WrittenValue>> values = new ArrayList<>();
    for (RecordComponentElement component : Mirrors.components(spec)) {
      values.add(
          members.stream()
              .filter(member -> member.getSimpleName().equals(component.getSimpleName()))
              .findFirst()
              .flatMap(LayerTypes::defaultValue));
    }
    return Optional.of(
        new Shorthand(
            components(spec).get(0),
            memberType(value.get().getReturnType()),
            values,
            WrittenValues.hasFactory(spec)));
  }
}
