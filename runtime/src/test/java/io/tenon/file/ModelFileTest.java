package io.tenon.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.network.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ModelFileTest {
  @TempDir private Path folder;

  private static Graph graph(int units) {
    return Graph.builder("Small")
        .input("x", "3")
        .layer("hidden", Layers.dense(units), "x")
        .layer("y", Layers.dense(2), "hidden")
        .output("y")
        .build();
  }

  private Path saved(String name, long seed) {
    Path file = folder.resolve(name);
    try (Network network = Network.builder(graph(4)).seed(seed).build()) {
      network.save(file);
    }
    return file;
  }

  @Test
  void aLoadedModelPredictsTheSameBitForBit() {
    INDArray x = Nd4j.rand(DataType.FLOAT, 5, 3);
    Path file = folder.resolve("small.tenon");
    try (Network network = Network.builder(graph(4)).seed(1).build()) {
      network.save(file);
      try (Network loaded = Network.load(file, graph(4))) {
        assertThat(loaded.predict(x)[0].data().asFloat())
            .isEqualTo(network.predict(x)[0].data().asFloat());
      }
    }
  }

  @Test
  void theSameModelGivesTheSameBytes() throws IOException {
    assertThat(saved("one", 1)).hasSameBinaryContentAs(saved("two", 1));
  }

  @Test
  void savingLeavesNothingElseBehindAndReplacesTheOldFile() throws IOException {
    saved("model", 1);
    Path file = saved("model", 2);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void anotherModelIsRefusedLayerByLayer() {
    Path file = saved("model", 1);
    assertThatThrownBy(() -> Network.load(file, graph(5)))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            file
                + " holds another model than Small:\n"
                + "  hidden: expected Dense [kernel[3, 5], bias[5]], found Dense [kernel[3, 4],"
                + " bias[4]]\n"
                + "  y: expected Dense [kernel[5, 2], bias[2]], found Dense [kernel[4, 2],"
                + " bias[2]]");
  }

  @Test
  void aFileThatIsNoModelIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "not a model");
    assertThatThrownBy(() -> Network.load(text, graph(4)))
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(text + " is not a model file, or is damaged: ");
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> Network.load(missing, graph(4)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(saved("model", 1));
    Path cut = folder.resolve("cut");
    for (int length = 0; length < whole.length; length++) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Network.load(cut, graph(4)))
          .as("cut after " + length)
          .isInstanceOf(ModelFileException.class);
    }
  }
}
