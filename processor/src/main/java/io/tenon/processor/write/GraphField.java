package io.tenon.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import io.tenon.DataType;
import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.graph.Graph;
import io.tenon.graph.GraphBuilder;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.InputLayer;
import io.tenon.processor.read.ReadModel.ModelSource;
import io.tenon.processor.read.Statement;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The constant that holds the graph: the model again, as the builder of graphs takes it. */
final class GraphField {
  private static final String NAME = "GRAPH";
  private static final int LONGEST_CHAIN = 150;

  private final ModelSource source;
  private final Constants constants;
  private final NameAllocator names = new NameAllocator();
  private final List<FieldSpec> fields = new ArrayList<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  GraphField(ModelSource source, Constants constants) {
    this.source = source;
    this.constants = constants;
    names.newName(NAME, NAME);
  }

  /** The constant, behind those of the models that it is made of and that have no class. */
  List<FieldSpec> fields(Graph graph) {
    fields.add(field(graph, source.statements(), source.frozen(), NAME));
    return fields;
  }

  private FieldSpec field(
      Graph graph, List<Statement> statements, List<String> frozen, String name) {
    Map<String, String> parts = new HashMap<>();
    Set<String> used = used(graph, statements);
    for (Statement statement : statements) {
      if (statement instanceof Statement.Part part && used.contains(part.name())) {
        String constant = constant(part.name());
        parts.put(part.name(), constant);
        fields.add(field(part.graph(), part.statements(), part.frozen(), constant));
      }
    }
    List<CodeBlock> lines = new ArrayList<>();
    // In the order of the source, which is that of the inputs and outputs of the network.
    for (Statement statement : statements) {
      if (used.contains(statement.name())) {
        lines.add(
            statement instanceof Statement.Part
                ? CodeBlock.of(".model($S, $L)", statement.name(), parts.get(statement.name()))
                : line(graph, statement));
      }
    }
    for (String layer : frozen) {
      if (used.contains(layer) || layer.contains("/")) {
        lines.add(CodeBlock.of(".freeze($S)", layer));
      }
    }
    for (OutputSpec output : graph.outputs()) {
      lines.add(CodeBlock.of(".output($L)", Blocks.join(output(output), ", ")));
    }
    CodeBlock begin = CodeBlock.of("$T.builder($S)", Graph.class, graph.name());
    while (lines.size() > LONGEST_CHAIN) {
      begin = CodeBlock.of("$L($L)", part(lines.subList(0, LONGEST_CHAIN)), begin);
      lines = lines.subList(LONGEST_CHAIN, lines.size());
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("\n$>$>$L$>$>", begin);
    addLines(code, lines);
    if (graph.declaration().sequential()) {
      code.add("\n.sequential()");
    }
    code.add("\n.build()$<$<$<$<");
    return FieldSpec.builder(Graph.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(code.build())
        .build();
  }

  /** Compilers run out of stack on a chain of a thousand calls, so that long ones are parted. */
  private String part(List<CodeBlock> lines) {
    String name = names.newName("graphPart" + (methods.size() + 1));
    CodeBlock.Builder code = CodeBlock.builder().add("return graph$>$>");
    addLines(code, lines);
    methods.add(
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(GraphBuilder.class)
            .addParameter(GraphBuilder.class, "graph")
            .addCode(code.add(";$<$<\n").build())
            .build());
    return name;
  }

  private static void addLines(CodeBlock.Builder code, List<CodeBlock> lines) {
    for (CodeBlock line : lines) {
      code.add("\n$L", line);
    }
  }

  /** The parts of graphs that are too long for one expression. */
  List<MethodSpec> methods() {
    return methods;
  }

  private String constant(String layer) {
    String words = layer.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
    return names.newName(NameAllocator.toJavaIdentifier(words).toUpperCase(Locale.ROOT));
  }

  /** The tensors of the graph, and what is applied to make them. */
  private static Set<String> used(Graph graph, List<Statement> statements) {
    Set<String> used = new HashSet<>();
    for (Node node : graph.nodes()) {
      used.add(node.name());
    }
    for (Statement statement : statements) {
      if (statement instanceof Statement.Application application
          && graph.hasTensor(application.name())) {
        used.add(application.layer());
      }
    }
    return used;
  }

  private CodeBlock line(Graph graph, Statement statement) {
    if (statement instanceof Statement.Input) {
      return input(graph, statement.name());
    } else if (statement instanceof Statement.Tensor tensor) {
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
    }
    return application((Statement.Application) statement);
  }

  private CodeBlock input(Graph graph, String name) {
    TensorType type = graph.node(name).type();
    String shape = type.shape().toDeclaration();
    int batchSize = ((InputLayer) graph.node(name).spec()).batchSize();
    if (batchSize > 0) {
      return CodeBlock.of(
          ".input($S, $S, $L, $L)", name, shape, constants.use(type.dataType()), batchSize);
    }
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
    for (String input : application.inputs()) {
      arguments.add(CodeBlock.of("$S", input));
    }
    return CodeBlock.of(
        ".$L($L)",
        application.output().isEmpty() ? "apply" : "applyOutput",
        Blocks.join(arguments, ", "));
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
