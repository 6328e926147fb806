package io.tenon.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.tenon.graph.Graph;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** How a model is written to files and read from them, whole or in parts. */
final class KeptModel {
  private static final TypeName LOAD_OPTIONS =
      ParameterizedTypeName.get(
          ClassName.get(Consumer.class), WildcardTypeName.supertypeOf(Types.LOAD_OPTIONS));

  private KeptModel() {}

  /** What makes a model of a file or of a text. */
  static List<MethodSpec> factories(Graph graph, ClassName model) {
    String declared = ", which must hold %s as it is declared.".formatted(graph.name());
    return List.of(
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
            .addParameter(LOAD_OPTIONS, "options")
            .addStatement("return new $T($T.load(file, GRAPH, options))", model, Types.NETWORK)
            .build(),
        Methods.constant("fromJson", model, "A model with fresh weights of a text" + declared)
            .addParameter(String.class, "json")
            .addStatement("return new $T($T.fromJson(json, GRAPH))", model, Types.NETWORK)
            .build());
  }

  /** What writes a model, and sets its weights to those of a file. */
  static List<MethodSpec> methods() {
    return List.of(
        Methods.instance(
                "toJson",
                ClassName.get(String.class),
                "The architecture without weights, as Keras writes it.")
            .addStatement("return network.toJson()")
            .build(),
        Methods.instance(
                "save", TypeName.VOID, "Writes the model to a file, {@code .keras} or {@code .h5}.")
            .addParameter(Path.class, "file")
            .addStatement("network.save(file)")
            .build(),
        Methods.instance(
                "saveWeights",
                TypeName.VOID,
                "Writes the weights alone, to {@code .weights.h5} or {@code .h5}.")
            .addParameter(Path.class, "file")
            .addStatement("network.saveWeights(file)")
            .build(),
        Methods.instance(
                "loadWeights",
                Types.LOAD_REPORT,
                "Sets the weights to those of a file, of the same layers or as far as options"
                    + " allow; tells which layers were set.")
            .addParameter(Path.class, "file")
            .addParameter(ArrayTypeName.of(Types.WEIGHT_OPTION), "options")
            .varargs()
            .addStatement("return network.loadWeights(file, options)")
            .build());
  }
}
