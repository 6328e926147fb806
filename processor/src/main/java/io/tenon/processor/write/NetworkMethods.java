package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.tenon.graph.Graph;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What each model can do whatever its tensors: make, train, save and close it. */
final class NetworkMethods {
  private static final ParameterizedTypeName FIT_OPTIONS =
      ParameterizedTypeName.get(
          ClassName.get(Consumer.class), WildcardTypeName.supertypeOf(Types.FIT_OPTIONS));

  /** Batches of the model's samples. */
  static final ParameterizedTypeName BATCHES =
      ParameterizedTypeName.get(
          ClassName.get(Iterable.class), WildcardTypeName.subtypeOf(ClassName.get("", "Samples")));

  private static final ParameterizedTypeName STREAM =
      ParameterizedTypeName.get(
          ClassName.get(Stream.class), WildcardTypeName.subtypeOf(ClassName.get("", "Samples")));

  private final Graph graph;
  private final ClassName model;

  NetworkMethods(Graph graph, ClassName model) {
    this.graph = graph;
    this.model = model;
  }

  void addFactories(TypeSpec.Builder type) {
    ClassName builder = model.nestedClass("Builder");
    type.addMethod(
            Methods.constant("builder", builder, "Begins a model with fresh weights.")
                .addStatement("return new Builder()")
                .build())
        .addMethod(
            Methods.constant("create", model, "A model with fresh weights and all defaults.")
                .addStatement("return builder().build()")
                .build())
        .addMethods(KeptModel.factories(graph, model))
        .addMethod(of())
        .addMethod(
            Methods.constant(
                    "graph",
                    ClassName.get(Graph.class),
                    "What was proved of the model: its layers, shapes and weights.")
                .addStatement("return GRAPH")
                .build());
  }

  void addTraining(TypeSpec.Builder type) {
    ClassName samples = ClassName.get("", "Samples");
    type.addMethod(
            Methods.instance("fit", Types.HISTORY, "Trains with the default options.")
                .addParameter(samples, "samples")
                .addStatement("return network.fit(samples)")
                .build())
        .addMethod(
            fit("Trains.", "fit -> fit.epochs(5).batchSize(128)")
                .addParameter(samples, "samples")
                .addParameter(FIT_OPTIONS, "options")
                .addStatement("return network.fit(samples, options)")
                .build())
        .addMethod(
            fit(
                    "Trains on batches, of a list, a dataset or a generator. An epoch is a pass, or"
                        + " {@code stepsPerEpoch} batches.",
                    "fit -> fit.epochs(5).stepsPerEpoch(100)")
                .addParameter(BATCHES, "batches")
                .addParameter(FIT_OPTIONS, "options")
                .addStatement("return network.fit(batches, options)")
                .build())
        .addMethod(
            fit(
                    "Trains on the batches of a stream, which can be read once: for several epochs,"
                        + " set {@code stepsPerEpoch}.",
                    "fit -> fit.epochs(5).stepsPerEpoch(100)")
                .addParameter(STREAM, "batches")
                .addParameter(FIT_OPTIONS, "options")
                .addStatement("return network.fit(batches, options)")
                .build())
        .addMethod(
            Methods.instance(
                    "stopTraining",
                    TypeName.VOID,
                    "Ends a training that runs after its step, with the model whole; from any"
                        + " thread.")
                .addStatement("network.stopTraining()")
                .build());
  }

  private static MethodSpec.Builder fit(String javadoc, String example) {
    return Methods.instance(
        "fit",
        Types.HISTORY,
        "%s\n\n@param options how, such as {@code %s}\n".formatted(javadoc, example));
  }

  void addKeeping(TypeSpec.Builder type) {
    type.addMethod(
            Methods.instance(
                    "summary",
                    ClassName.get(String.class),
                    "The table above: for each tensor its rank, shape, layer and parameters.")
                .addStatement("return network.summary()")
                .build())
        .addMethod(
            Methods.instance(
                    "plotModel",
                    TypeName.VOID,
                    "Draws the model to a file: {@code .svg}, {@code .png}, {@code .dot} or"
                        + " {@code .mmd}.")
                .addParameter(Path.class, "file")
                .addStatement("network.plotModel(file)")
                .build())
        .addMethods(KeptModel.methods())
        .addMethod(
            Methods.instance(
                    "network", Types.NETWORK, "The same model without types: everything by name.")
                .addStatement("return network")
                .build())
        .addMethod(
            Methods.instance(
                    "close", TypeName.VOID, "Frees its memory; it must not be used any more.")
                .addAnnotation(Override.class)
                .addStatement("network.close()")
                .build());
  }

  private MethodSpec of() {
    return Methods.constant(
            "of",
            model,
            "The types for a network which computes what %s declares, wherever it was described."
                .formatted(graph.name()))
        .addParameter(Types.NETWORK, "network")
        .addStatement("return new $T(network.requireGraph(GRAPH))", model)
        .build();
  }
}
