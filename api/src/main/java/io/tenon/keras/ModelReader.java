package io.tenon.keras;

import io.tenon.graph.Graph;
import io.tenon.graph.GraphBuilder;
import java.util.List;
import java.util.Set;

/** Reads a {@code Sequential} or {@code Functional} model, and those within it. */
final class ModelReader {
  private static final Set<String> FUNCTIONAL = Set.of("Functional", "Model");
  private static final String SEQUENTIAL = "Sequential";

  /** More than any model has; reading takes the square of it at worst. */
  private static final int MOST_LAYERS = 20_000;

  private final Source source;

  ModelReader(Source source) {
    this.source = source;
  }

  /** Whether a description is one of a model. */
  static boolean isModel(Config object) {
    String className = object.get(KerasObject.CLASS_NAME).text();
    return className.equals(SEQUENTIAL) || FUNCTIONAL.contains(className);
  }

  Graph read(Config model) {
    if (!isModel(model)) {
      throw new KerasFormatException(
          "expected a Sequential or Functional model, found class_name \"%s\""
              .formatted(model.get(KerasObject.CLASS_NAME).text()));
    }
    Config config = model.get(KerasObject.CONFIG);
    List<Config> layers = layers(config);
    String name = config.get("name").text("model");
    if (layers.isEmpty() || layers.size() > MOST_LAYERS) {
      throw new KerasFormatException(
          layers.isEmpty()
              ? "the model %s has no layers".formatted(name)
              : "the model %s has %d layers, more than can be read".formatted(name, layers.size()));
    }
    if (name.isBlank() || layers.stream().anyMatch(layer -> name(layer).isBlank())) {
      throw new KerasFormatException(
          "the model %s, or a layer of it, has no name".formatted(name).strip());
    }
    GraphBuilder builder = Graph.builder(name);
    GraphAssembler assembler = new GraphAssembler(source, builder, layers);
    if (model.get(KerasObject.CLASS_NAME).text().equals(SEQUENTIAL)) {
      new SequentialReader(assembler, layers).read(model);
      builder.sequential();
    } else {
      new FunctionalReader(name, assembler, layers).read(config);
    }
    if (!config.get("trainable").truth(true)) {
      layers.forEach(layer -> builder.freeze(name(layer)));
    }
    return builder.build();
  }

  /** Before Keras 2.2.3 the configuration of a Sequential is the list of its layers. */
  static List<Config> layers(Config config) {
    return config.isList() ? config.list() : config.get("layers").list();
  }

  /** A layer's name. A slash, which Keras 3 refuses, parts those of models within models here. */
  static String name(Config layer) {
    Config within = layer.get(KerasObject.CONFIG).get("name");
    return plain(layer.get("name").text(within.text()));
  }

  static String plain(String name) {
    return name.replace('/', '_');
  }
}
