package io.tenon.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.tenon.processor.ranks.RankRule.Reading;
import io.tenon.processor.read.LayerType.Member;
import io.tenon.shape.RankType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All ways to give a layer its arguments. What it needs are parameters. An array at the end takes
 * any number; before a lambda, one number or an array; and where its length decides the rank or is
 * decided by it, as for a reshape, as many numbers as there are axes.
 */
final class ArgumentLists {
  private final DslLayer options;
  private final Reading reading;
  private final List<Member> required;

  ArgumentLists(DslLayer options, Reading reading) {
    this.options = options;
    this.reading = reading;
    this.required = options.layer().required();
  }

  List<Arguments> all() {
    List<Arguments> all = new ArrayList<>();
    boolean array = !required.isEmpty() && required.get(required.size() - 1).array();
    if (!array) {
      all.add(whole(required, true, true));
    } else if (reading.outputs().size() == 1
        || reading.outputs().values().stream().distinct().count() > 1) {
      reading.outputs().forEach((length, output) -> all.add(ofLength(length, output)));
    } else {
      all.add(whole(required, true, false));
      if (reading.outputs().containsKey(1)) {
        all.add(single());
      }
      all.add(whole(required, false, true));
    }
    options.positional().ifPresent(member -> positional(member, all));
    return all;
  }

  private Arguments whole(List<Member> members, boolean plain, boolean chosen) {
    Parameters parameters = new Parameters(members);
    CodeBlock names =
        CodeBlock.of("$L", String.join(", ", members.stream().map(Member::name).toList()));
    return new Arguments(
        members,
        parameters.specs(),
        plain && parameters.isVarargs(),
        options.create(names),
        reading.output(),
        plain,
        chosen);
  }

  /** The array as its only element. */
  private Arguments single() {
    List<ParameterSpec> parameters = firstParameters();
    parameters.add(element(last(), last().name()));
    CodeBlock names =
        CodeBlock.of("$L", String.join(", ", required.stream().map(Member::name).toList()));
    return new Arguments(
        required, parameters, false, options.create(names), reading.output(), false, true);
  }

  /** The array as that many parameters, named after the axes that they make if they decide them. */
  private Arguments ofLength(int length, Optional<RankType> output) {
    List<String> names = names(length, output);
    List<ParameterSpec> parameters = firstParameters();
    names.forEach(name -> parameters.add(element(last(), name)));
    List<String> arguments =
        new ArrayList<>(
            required.subList(0, required.size() - 1).stream().map(Member::name).toList());
    arguments.addAll(names);
    return new Arguments(
        names.equals(List.of(last().name())) ? required : required.subList(0, required.size() - 1),
        parameters,
        false,
        options.create(CodeBlock.of("$L", String.join(", ", arguments))),
        output,
        true,
        true);
  }

  private List<String> names(int length, Optional<RankType> output) {
    if (length == 1 && reading.outputs().size() == 1) {
      return List.of(last().name());
    }
    if (reading.outputs().size() > 1 && output.isPresent()) {
      return List.of(output.get().axes().split(", ", -1));
    }
    return IntStream.rangeClosed(1, length).mapToObj(i -> last().name() + i).toList();
  }

  /** A parameter with a default that may stand without its name. */
  private void positional(Member member, List<Arguments> all) {
    Map<Boolean, ParameterSpec> forms =
        Map.of(
            true, ParameterSpec.builder(Parameters.type(member), member.name()).build(),
            false, element(member, member.name()));
    CodeBlock create =
        CodeBlock.of("$L.$L($L)", options.create(CodeBlock.of("")), member.name(), member.name());
    List<Member> members = List.of(member);
    if (member.array()) {
      all.add(
          new Arguments(
              members, List.of(forms.get(true)), true, create, reading.output(), true, false));
    }
    all.add(
        new Arguments(
            members,
            List.of(forms.get(false)),
            false,
            create,
            reading.output(),
            !member.array(),
            true));
  }

  private List<ParameterSpec> firstParameters() {
    return new ArrayList<>(new Parameters(required.subList(0, required.size() - 1)).specs());
  }

  private Member last() {
    return required.get(required.size() - 1);
  }

  private static ParameterSpec element(Member member, String name) {
    TypeName type = Types.of(member.type());
    return ParameterSpec.builder(type, name).build();
  }
}
