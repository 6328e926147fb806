package io.tenon.keras;

import io.tenon.layer.LayerSpec;
import java.util.List;

/** Reads a chain of layers. */
final class SequentialReader {
  private final GraphAssembler assembler;
  private final List<Config> layers;

  SequentialReader(GraphAssembler assembler, List<Config> layers) {
    this.assembler = assembler;
    this.layers = layers;
  }

  void read(Config model) {
    Config first = layers.get(0);
    boolean begins = GraphAssembler.isInput(first);
    String last =
        begins ? ModelReader.name(first) : assembler.fresh(ModelReader.name(first) + "_input");
    boolean tokens = layers.size() > (begins ? 1 : 0) && isEmbedding(layers.get(begins ? 1 : 0));
    assembler.input(last, begin(first), buildShape(model), tokens);
    for (Config layer : layers.subList(begins ? 1 : 0, layers.size())) {
      String name = ModelReader.name(layer);
      if (GraphAssembler.isInput(layer)) {
        throw new KerasFormatException(name + " is an input in the middle of a Sequential");
      }
      if (ModelReader.isModel(layer)) {
        last = assembler.addModel(layer, name, List.of(last)).get(0);
      } else {
        LayerSpec spec = assembler.spec(layer, last, Config.of(null));
        assembler.add(layer, spec, name, List.of(last));
        last = name;
      }
    }
    assembler.output(last);
  }

  private static boolean isEmbedding(Config layer) {
    return KerasObject.className(layer).equals("Embedding");
  }

  /** Where the shape of the input stands: in the first layer, or in that of a model within. */
  private static Config begin(Config layer) {
    Config config = layer.get(KerasObject.CONFIG);
    List<Config> within = ModelReader.layers(config);
    return ModelReader.isModel(layer)
            && config.get("batch_input_shape").isNull()
            && !within.isEmpty()
        ? begin(within.get(0))
        : config;
  }

  /** A model that was built without telling its input: what it was built for. */
  private static Config buildShape(Config model) {
    Config built = model.get(KerasObject.CONFIG).get("build_input_shape");
    return built.isNull() ? model.get("build_config").get("input_shape") : built;
  }
}
