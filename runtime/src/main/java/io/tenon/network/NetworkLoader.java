package io.tenon.network;

import io.tenon.file.CompileSettings;
import io.tenon.file.KerasFile;
import io.tenon.file.KerasJson;
import io.tenon.file.LoadOptions;
import io.tenon.file.WeightUpdate;
import io.tenon.graph.Graph;
import io.tenon.keras.KerasFormatException;
import io.tenon.optimizer.Optimizers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a network of a file: all of it is read and checked before memory is taken for it. */
final class NetworkLoader {
  private final LoadOptions options;

  NetworkLoader(LoadOptions options) {
    this.options = options;
  }

  /**
   * Loads a model.
   *
   * @param expected what it must be; if absent, whatever the file describes
   */
  Network load(Path path, @Nullable Graph expected) {
    if (expected != null) {
      OwnObjects.register(expected, options);
    }
    try (KerasFile file = KerasFile.open(path, options)) {
      if (expected != null) {
        file.require(expected);
      }
      Graph graph = expected == null ? file.graph() : expected;
      WeightUpdate weights = file.weights(graph, Set.of());
      NetworkBuilder builder = Network.builder(graph);
      file.seed().ifPresent(builder::seed);
      Optional<CompileSettings> settings = file.settings(graph);
      settings.ifPresent(
          compiled -> {
            // As Keras does where a file does not say it.
            builder.optimizer(Optimizers.rmsprop());
            compiled.applyTo(builder);
          });
      Network network = build(builder, path);
      try {
        network.restore(weights);
        if (settings.isPresent()) {
          network.restoreTraining(file);
        }
        return network;
      } catch (RuntimeException e) {
        network.close();
        throw e;
      }
    }
  }

  /** A model with fresh weights, which a text must describe. */
  Network parse(String json, Graph expected) {
    OwnObjects.register(expected, options);
    KerasJson.require(json, expected, options);
    return Network.builder(expected).build();
  }

  /** What a file says of losses and metrics may not go together. */
  private static Network build(NetworkBuilder builder, Path path) {
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new KerasFormatException("%s: %s".formatted(path, e.getMessage()), e);
    }
  }
}
