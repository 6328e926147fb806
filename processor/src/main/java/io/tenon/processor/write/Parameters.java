package io.tenon.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.tenon.processor.read.LayerType.Member;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Members of a layer as parameters of a method: arrays stay arrays, and the last is varargs. */
final class Parameters {
  private final List<Member> members;

  Parameters(List<Member> members) {
    this.members = members;
  }

  List<ParameterSpec> specs() {
    return members.stream()
        .map(member -> ParameterSpec.builder(type(member), member.name()).build())
        .toList();
  }

  boolean isVarargs() {
    return !members.isEmpty() && members.get(members.size() - 1).array();
  }

  /** The type of a parameter for a member. */
  static TypeName type(Member member) {
    if (member.isWrapped()) {
      return ParameterizedTypeName.get(
          ClassName.get(Supplier.class), WildcardTypeName.subtypeOf(Types.of(member.type())));
    }
    TypeName element = Types.of(member.type());
    return member.array() ? ArrayTypeName.of(element) : element;
  }

  /** The type of the field that holds a member: an array is kept as a list. */
  static TypeName fieldType(Member member) {
    return member.array()
        ? ParameterizedTypeName.get(ClassName.get(List.class), Types.boxed(member.type()))
        : Types.of(member.type());
  }

  /** A parameter as the value of its field. */
  static CodeBlock toField(Member member) {
    if (member.isWrapped()) {
      return CodeBlock.of("$L.get()", member.name());
    }
    if (!member.array()) {
      return CodeBlock.of("$L", member.name());
    }
    return member.type().primitive().isEmpty()
        ? CodeBlock.of("$T.of($L)", List.class, member.name())
        : CodeBlock.of("$T.stream($L).boxed().toList()", Arrays.class, member.name());
  }
}
