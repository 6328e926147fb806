package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import io.tenon.graph.Graph;
import java.nio.file.Path;
import java.util.List;

/**
 * What makes a model: fresh, of a file, of a text, of a network. What it can do then, whatever its
 * tensors, it inherits.
 */
final class Factories {
  private Factories() {}

  static List<MethodSpec> of(Graph graph, ClassName model) {
    String declared = ", which must hold %s as it is declared.".formatted(graph.name());
    return List.of(
        Methods.constant(
                "builder", model.nestedClass("Builder"), "Begins a model with fresh weights.")
            .addStatement("return new Builder()")
            .build(),
        Methods.constant("create", model, "A model with fresh weights and all defaults.")
            .addStatement("return builder().build()")
            .build(),
        Methods.constant("load", model, "A model with the weights of a file" + declared)
            .addParameter(Path.class, "file")
            .addStatement("return new $T($T.load(file, GRAPH))", model, Types.NETWORK)
            .build(),
        Methods.constant(
                "load",
                model,
                "A model with the weights of a file"
                    + declared
                    + "\n\n@param options losses, metrics, layers or functions that the file only"
                    + " names, such as {@code load -> load.loss(\"distance\", distance)}\n")
            .addParameter(Path.class, "file")
            .addParameter(Types.LOAD_CHOICE, "options")
            .addStatement("return new $T($T.load(file, GRAPH, options))", model, Types.NETWORK)
            .build(),
        Methods.constant("fromJson", model, "A model with fresh weights of a text" + declared)
            .addParameter(String.class, "json")
            .addStatement("return new $T($T.fromJson(json, GRAPH))", model, Types.NETWORK)
            .build(),
        Methods.constant(
                "of",
                model,
                "The types for a network which computes what %s declares, wherever it was described."
                    .formatted(graph.name()))
            .addParameter(Types.NETWORK, "network")
            .addStatement("return new $T(network.requireGraph(GRAPH))", model)
            .build(),
        Methods.constant(
                "graph",
                ClassName.get(Graph.class),
                "What was proved of the model: its layers, shapes and weights.")
            .addStatement("return GRAPH")
            .build());
  }
}
