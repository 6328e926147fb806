package io.tenon.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.tenon.DataType;
import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.check.TensorDeclaration;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.InputLayer;
import io.tenon.processor.read.LayerCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The constant that holds the graph: the model again, as the builder of graphs takes it. */
final class GraphField {
  private final Graph graph;
  private final Map<String, LayerCall> calls;
  private final Constants constants;

  GraphField(Graph graph, Map<String, LayerCall> calls, Constants constants) {
    this.graph = graph;
    this.calls = calls;
    this.constants = constants;
  }

  FieldSpec field() {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("\n$>$>$T.builder($S)$>$>", Graph.class, graph.name());
    Set<String> used = graph.nodes().stream().map(Node::name).collect(Collectors.toSet());
    // In the order of the source, which is that of the inputs and outputs of the network.
    for (TensorDeclaration tensor : graph.declaration().tensors()) {
      if (used.contains(tensor.name())) {
        code.add("\n");
        code.add(tensor.spec() instanceof InputLayer input ? input(tensor, input) : layer(tensor));
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

  private CodeBlock input(TensorDeclaration tensor, InputLayer input) {
    String shape = input.type().shape().toDeclaration();
    return input.type().dataType() == DataType.FLOAT32
        ? CodeBlock.of(".input($S, $S)", tensor.name(), shape)
        : CodeBlock.of(
            ".input($S, $S, $L)", tensor.name(), shape, constants.use(input.type().dataType()));
  }

  private CodeBlock layer(TensorDeclaration tensor) {
    LayerCall call = Objects.requireNonNull(calls.get(tensor.name()));
    return new LayerExpression(call, constants).in(tensor);
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
