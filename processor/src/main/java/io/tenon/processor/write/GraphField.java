package io.tenon.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.tenon.DataType;
import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.processor.read.ReadModel.ModelSource;
import io.tenon.processor.read.Statement;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The constant that holds the graph: the model again, as the builder of graphs takes it. */
final class GraphField {
  private final Graph graph;
  private final ModelSource source;
  private final Constants constants;

  GraphField(Graph graph, ModelSource source, Constants constants) {
    this.graph = graph;
    this.source = source;
    this.constants = constants;
  }

  FieldSpec field() {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("\n$>$>$T.builder($S)$>$>", Graph.class, graph.name());
    Set<String> used = used();
    // In the order of the source, which is that of the inputs and outputs of the network.
    for (Statement statement : source.statements()) {
      if (used.contains(statement.name())) {
        code.add("\n$L", line(statement));
      }
    }
    for (String layer : source.frozen()) {
      if (used.contains(layer)) {
        code.add("\n.freeze($S)", layer);
      }
    }
    for (OutputSpec output : graph.outputs()) {
      code.add("\n.output($L)", CodeBlock.join(output(output), ", "));
    }
    code.add("\n.build()$<$<$<$<");
    return FieldSpec.builder(
            Graph.class, "GRAPH", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(code.build())
        .build();
  }

  /** The tensors of the graph, and what is applied to make them. */
  private Set<String> used() {
    Set<String> used = graph.nodes().stream().map(Node::name).collect(Collectors.toSet());
    Set<String> applied = new HashSet<>();
    for (Statement statement : source.statements()) {
      if (statement instanceof Statement.Application application
          && used.contains(application.name())) {
        applied.add(application.layer());
      }
    }
    used.addAll(applied);
    return used;
  }

  private CodeBlock line(Statement statement) {
    if (statement instanceof Statement.Tensor tensor) {
      return new LayerExpression(tensor.call(), constants)
          .in("layer", tensor.name(), tensor.inputs());
    } else if (statement instanceof Statement.Shared shared) {
      return new LayerExpression(shared.call(), constants).in("shared", shared.name(), List.of());
    } else if (statement instanceof Statement.Function function) {
      return FunctionsType.expression(source, function, constants)
          .in("layer", function.name(), function.inputs());
    } else if (statement instanceof Statement.Use use) {
      return CodeBlock.of(
          ".model($S, $T.graph())", use.name(), Types.of(use.model().generated("Model")));
    } else if (statement instanceof Statement.Application application) {
      return application(application);
    }
    return input(statement.name());
  }

  private CodeBlock input(String name) {
    TensorType type = graph.node(name).type();
    String shape = type.shape().toDeclaration();
    return type.dataType() == DataType.FLOAT32
        ? CodeBlock.of(".input($S, $S)", name, shape)
        : CodeBlock.of(".input($S, $S, $L)", name, shape, constants.use(type.dataType()));
  }

  private static CodeBlock application(Statement.Application application) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$S", application.name()));
    arguments.add(CodeBlock.of("$S", application.layer()));
    if (!application.output().isEmpty()) {
      arguments.add(CodeBlock.of("$S", application.output()));
    }
    application.inputs().forEach(input -> arguments.add(CodeBlock.of("$S", input)));
    return CodeBlock.of(
        ".$L($L)",
        application.output().isEmpty() ? "apply" : "applyOutput",
        CodeBlock.join(arguments, ", "));
  }

  private List<CodeBlock> output(OutputSpec output) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$S", output.tensor()));
    boolean weighted = output.lossWeight() != 1.0;
    if (output.loss() != Loss.NONE || weighted || !output.metrics().isEmpty()) {
      arguments.add(constants.use(output.loss()));
    }
    if (weighted) {
      arguments.add(CodeBlock.of("$L", output.lossWeight()));
    }
    for (Metric metric : output.metrics()) {
      arguments.add(constants.use(metric));
    }
    return arguments;
  }
}
