package io.tenon.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.tenon.processor.read.LayerCall;
import io.tenon.processor.read.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A layer as the user wrote it, in Java: the factory with what has no default, and a setter for
 * each other value. Broken over lines where it is long, as google-java-format would.
 */
final class LayerExpression {
  private static final int WIDTH = 100;
  private static final int INDENT = 10;
  private static final Pattern QUALIFIER =
      Pattern.compile(
          "\\b(?:[a-z]\\w*\\.)+(?:[A-Z]\\w*\\.)*(?=[A-Z])|io\\.tenon\\.dsl\\.Layers\\.");

  /** The package of a class on which a method is called. */
  private static final Pattern IMPORTED =
      Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=(?:[A-Z]\\w*\\.)+[a-z]\\w*\\()");

  private final CodeBlock factory;
  private final List<CodeBlock> setters;

  LayerExpression(LayerCall call, Constants constants) {
    this(call, constants, List.of());
  }

  /**
   * A layer that takes what no annotation can hold.
   *
   * @param given these, as the first arguments
   */
  LayerExpression(LayerCall call, Constants constants, List<CodeBlock> given) {
    Values values = new Values(constants);
    this.factory = factory(call, values, constants, given);
    this.setters = setters(call, values);
  }

  private static List<CodeBlock> setters(LayerCall call, Values values) {
    List<CodeBlock> setters = new ArrayList<>();
    for (LayerCall.Option option : call.options()) {
      setters.add(CodeBlock.of(".$L($L)", option.member(), values.varargs(option.value())));
    }
    return setters;
  }

  private static CodeBlock factory(
      LayerCall call, Values values, Constants constants, List<CodeBlock> given) {
    if (call.spec().isPresent()) {
      return record(call, call.spec().get(), values, constants);
    }
    List<CodeBlock> arguments = new ArrayList<>(given);
    if (call.wrapped().isPresent()) {
      LayerCall wrapped = call.wrapped().get();
      arguments.add(
          CodeBlock.of(
              "$L$L$L",
              wrapped.spec().isPresent() ? "() -> " : "",
              factory(wrapped, values, constants, List.of()),
              Blocks.join(setters(wrapped, values), "")));
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      LayerCall.Argument argument = call.arguments().get(i);
      boolean last = i == call.arguments().size() - 1;
      arguments.add(
          last || argument.array().isEmpty()
              ? values.varargs(argument.value())
              : values.array(argument.value(), Types.of(argument.array().get())));
    }
    return CodeBlock.of(
        "$L($L)",
        constants.use(Types.LAYERS, FactoryNames.of(call.annotation().simpleName())),
        Blocks.join(arguments, ", "));
  }

  /** A layer of the user's own: its record, what it wraps first. */
  private static CodeBlock record(
      LayerCall call, TypeReference spec, Values values, Constants constants) {
    List<CodeBlock> arguments = new ArrayList<>();
    if (call.wrapped().isPresent()) {
      LayerCall wrapped = call.wrapped().get();
      arguments.add(
          CodeBlock.of(
              "$L$L$L",
              factory(wrapped, values, constants, List.of()),
              Blocks.join(setters(wrapped, values), ""),
              wrapped.spec().isPresent() ? "" : ".get()"));
    }
    for (LayerCall.Argument argument : call.arguments()) {
      arguments.add(values.expression(argument.value()));
    }
    return CodeBlock.of("new $T($L)", Types.of(spec), Blocks.join(arguments, ", "));
  }

  /** The call of that method that adds a tensor, or a layer, to the builder of a graph. */
  CodeBlock in(String method, String name, List<String> inputs) {
    List<CodeBlock> reads = new ArrayList<>();
    for (String input : inputs) {
      reads.add(CodeBlock.of("$S", input));
    }
    CodeBlock readsBeside =
        inputs.isEmpty() ? CodeBlock.of("") : CodeBlock.of(", $L", Blocks.join(reads, ", "));
    CodeBlock line = CodeBlock.of(".$L($S, $L$L)", method, name, chain(""), readsBeside);
    if (INDENT + width(line) <= WIDTH) {
      return line;
    }
    String breaks = INDENT + 5 + width(chain("")) <= WIDTH ? "" : "\n";
    CodeBlock readsBelow =
        inputs.isEmpty() ? CodeBlock.of("") : CodeBlock.of(",\n$L", Blocks.join(reads, ", "));
    return CodeBlock.of(".$L(\n$>$>$S,\n$L$L)$<$<", method, name, chain(breaks), readsBelow);
  }

  private CodeBlock chain(String between) {
    CodeBlock.Builder code = CodeBlock.builder().add(factory);
    for (CodeBlock setter : setters) {
      code.add(between.isEmpty() ? "$L" : between + "$>$>$L$<$<", setter);
    }
    return code.build();
  }

  /** The width that a piece of code will have when the classes in it are imported. */
  private static int width(CodeBlock code) {
    String text = IMPORTED.matcher(code.toString()).replaceAll("");
    return QUALIFIER.matcher(text).replaceAll("").length();
  }
}
