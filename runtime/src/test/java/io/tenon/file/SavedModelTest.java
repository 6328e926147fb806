package io.tenon.file;

import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.flatten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.ActivationFunction;
import io.tenon.graph.Graph;
import io.tenon.graph.GraphBuilder;
import io.tenon.hdf5.HdfGroup;
import io.tenon.hdf5.HdfReader;
import io.tenon.hdf5.HdfSource;
import io.tenon.keras.KerasFormatException;
import io.tenon.network.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What is saved is loaded, into any network or into one that is known. */
class SavedModelTest {
  @TempDir private Path folder;

  private static Graph graph(int units) {
    return graph("hidden", units, ActivationFunction.LINEAR);
  }

  private static Graph graph(String hidden, int units, ActivationFunction activation) {
    return Graph.builder("Small")
        .input("x", "3")
        .layer(hidden, dense(units).activation(activation), "x")
        .layer("y", dense(2), hidden)
        .output("y")
        .build();
  }

  private Path saved(String name, Graph graph, long seed) {
    Path file = folder.resolve(name);
    try (Network network = Network.builder(graph).seed(seed).build()) {
      network.save(file);
    }
    return file;
  }

  @Test
  void aLoadedModelPredictsTheSameBitForBit() {
    INDArray x = Nd4j.rand(DataType.FLOAT, 5, 3);
    for (String name : List.of("small.keras", "small.h5", "small.hdf5")) {
      Path file = folder.resolve(name);
      try (Network network = Network.builder(graph(4)).seed(1).build()) {
        network.save(file);
        for (Network loaded : List.of(Network.load(file), Network.load(file, graph(4)))) {
          try (loaded) {
            assertThat(loaded.predict(x)[0].data().asFloat())
                .isEqualTo(network.predict(x)[0].data().asFloat());
          }
        }
      }
    }
  }

  @Test
  void theSameModelGivesTheSameBytes() {
    assertThat(saved("one.h5", graph(4), 1)).hasSameBinaryContentAs(saved("two.h5", graph(4), 1));
  }

  @Test
  void savingLeavesNothingElseBehindAndReplacesTheOldFile() throws IOException {
    saved("model.keras", graph(4), 1);
    Path file = saved("model.keras", graph(4), 2);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void anotherModelIsRefusedLayerByLayer() {
    Path file = saved("model.keras", graph(4), 1);
    assertThatThrownBy(() -> Network.load(file, graph(5)))
        .isInstanceOf(KerasFormatException.class)
        .hasMessage(
            file
                + ": it holds another model than Small:\n"
                + "  hidden: expected Dense [kernel[3 x 5], bias[5]], found Dense [kernel[3 x 4],"
                + " bias[4]]\n"
                + "  y: expected Dense [kernel[5 x 2], bias[2]], found Dense [kernel[4 x 2],"
                + " bias[2]]");
    assertThatThrownBy(() -> Network.load(file, graph("hidden", 4, ActivationFunction.TANH)))
        .hasMessage(
            file
                + ": it holds another model than Small:\n"
                + "  hidden: expected activation = TANH, found LINEAR");
    Graph other = graph("first", 4, ActivationFunction.TANH);
    assertThatThrownBy(() -> Network.load(file, other))
        .hasMessage(
            file
                + ": it holds another model than Small:\n"
                + "  first: expected Dense [kernel[3 x 4], bias[4]], the file has none\n"
                + "  hidden: expected none, found Dense [kernel[3 x 4], bias[4]]");
  }

  @Test
  void aTextOfAnotherModelIsToldLayerByLayer() {
    try (Network network = Network.builder(graph(4)).seed(1).build()) {
      String json = network.toJson();

      try (Network again = Network.fromJson(json, graph(4))) {
        assertThat(again.graph()).isEqualTo(graph(4));
      }
      assertThatThrownBy(() -> Network.fromJson(json, graph(5)))
          .isInstanceOf(KerasFormatException.class)
          .hasMessageStartingWith("it holds another model than")
          .hasMessageContaining("hidden: ");
      assertThatThrownBy(() -> Network.fromJson("[1, {", graph(5)))
          .isInstanceOf(KerasFormatException.class)
          .hasMessageStartingWith("this is no JSON");
    }
  }

  @Test
  void layersMayBeCalledOtherwiseIfTheyAreTheSame() {
    Path file = saved("model.keras", graph(4), 1);
    Graph renamed = graph("first", 4, ActivationFunction.LINEAR);
    try (Network one = Network.load(file);
        Network other = Network.load(file, renamed)) {
      assertThat(other.layer("first").weights()).isEqualTo(one.layer("hidden").weights());
    }
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> Network.load(missing, graph(4)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void aTargetThatCannotBeWrittenStays() throws IOException {
    Path target = Files.createDirectory(folder.resolve("model.keras"));
    assertThatThrownBy(() -> saved("model.keras", graph(4), 1))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("it is a folder");
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void weightsAreTakenByNameAsFarAsTheyFit() {
    Path file = saved("model.keras", graph(4), 1);
    Graph other =
        Graph.builder("Other")
            .input("x", "3")
            .layer("hidden", dense(4), "x")
            .layer("extra", dense(4), "hidden")
            .layer("y", dense(7), "extra")
            .output("y")
            .build();
    try (Network network = Network.builder(other).seed(2).build();
        Network source = Network.load(file)) {
      INDArray before = network.layer("y").weight("kernel");
      assertThatThrownBy(() -> network.loadWeights(file))
          .isInstanceOf(KerasFormatException.class)
          .hasMessage(
              file
                  + ": it has weights for 2 layers, and Other has 3: only in the file none, only"
                  + " in the model extra. To load those of the same names, use"
                  + " WeightOption.BY_NAME");
      assertThatThrownBy(() -> network.loadWeights(file, WeightOption.BY_NAME))
          .hasMessage(file + ": the kernel of \"y\" has shape [4, 7], the file has [4, 2]");

      LoadReport report =
          network.loadWeights(file, WeightOption.BY_NAME, WeightOption.SKIP_MISMATCH);

      assertThat(report)
          .hasToString(
              """
              loaded 1 layer
                skipped extra: the file has no layer of that name
                skipped y: the kernel of "y" has shape [4, 7], the file has [4, 2]""");
      assertThat(network.layer("hidden").weights()).isEqualTo(source.layer("hidden").weights());
      assertThat(network.layer("y").weight("kernel")).isEqualTo(before);
    }
  }

  @Test
  void weightsWithoutNamesCannotBeTakenByName() {
    Path file = folder.resolve("model.weights.h5");
    try (Network network = Network.builder(graph(4)).seed(1).build()) {
      network.saveWeights(file);
      assertThatThrownBy(() -> network.loadWeights(file, WeightOption.BY_NAME))
          .isInstanceOf(KerasFormatException.class)
          .hasMessageContaining("so they cannot be found by name");
    }
  }

  /** So many names do not fit one attribute: Keras splits it, and so is it read. */
  @Test
  void aModelOfManyLayersIsKeptInSeveralAttributes() throws IOException {
    GraphBuilder builder = Graph.builder("Long").input("x", "2");
    String last = "x";
    for (int i = 0; i < 1000; i++) {
      String name = "a_layer_with_quite_a_long_name_so_that_all_do_not_fit_together_in_one_" + i;
      builder.layer(name, i % 10 == 0 ? dense(2) : flatten(), last);
      last = name;
    }
    Graph graph = builder.output(last).build();
    for (String name : List.of("long.h5", "long.keras")) {
      Path file = saved(name, graph, 1);
      if (name.endsWith(".h5")) {
        HdfGroup weights =
            HdfReader.read(HdfSource.of(Files.readAllBytes(file))).group("model_weights");
        assertThat(weights.attributes().keySet())
            .containsExactly("backend", "keras_version", "layer_names0", "layer_names1");
        assertThat(weights.attributes().get("layer_names0").type()).hasToString("text73/ascii");
      }
      try (Network network = Network.load(file);
          Network same = Network.builder(graph).seed(1).build()) {
        INDArray x = Nd4j.ones(DataType.FLOAT, 1, 2);
        assertThat(network.predict(x)[0]).isEqualTo(same.predict(x)[0]);
      }
    }
  }
}
