package io.tenon.file;

import static io.tenon.dsl.Layers.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.golden.GoldenFiles;
import io.tenon.graph.Graph;
import io.tenon.keras.KerasFormatException;
import io.tenon.network.Network;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Files that are no models, damaged ones, and those of another model. */
final class KerasFileTest {
  @TempDir Path folder;

  private static Graph mlp(int units) {
    return Graph.builder("Mlp")
        .input("x", "20")
        .layer("hidden", dense(units), "x")
        .layer("digit", dense(5), "hidden")
        .output("digit")
        .build();
  }

  @Test
  void aFileOfAnotherModelLeavesTheNetworkAsItWas() {
    for (String kind : new String[] {".h5", ".keras", ".weights.h5"}) {
      Path file = GoldenFiles.path("models/mlp" + kind);
      try (Network network = Network.builder(mlp(15)).seed(1).build()) {
        INDArray before = network.layer("digit").weight("kernel");

        assertThatThrownBy(() -> network.loadWeights(file))
            .isInstanceOf(KerasFormatException.class)
            .hasMessage(
                file + ": the kernel of \"hidden\" has shape [20, 15], the file has [20, 16]");
        assertThat(network.layer("digit").weight("kernel")).isEqualTo(before);
      }
    }
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    Random random = new Random(7);
    for (String kind : new String[] {".h5", ".keras", ".weights.h5"}) {
      byte[] whole = Files.readAllBytes(GoldenFiles.path("models/mlp" + kind));
      for (int i = 0; i < 40; i++) {
        Path file = folder.resolve(i + kind);
        byte[] damaged = whole.clone();
        if (i % 2 == 0) {
          damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
        } else {
          for (int flips = 0; flips < 20; flips++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
          }
        }
        Files.write(file, damaged);
        try (Network network = Network.builder(mlp(16)).seed(1).build()) {
          network.loadWeights(file);
        } catch (KerasFormatException e) {
          assertThat(e.getMessage()).startsWith(file.toString());
        }
      }
    }
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path missing = folder.resolve("missing.keras");
    assertThatThrownBy(() -> Network.load(missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("there is no file " + missing);
    Path zip = folder.resolve("other.keras");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entries.putNextEntry(new ZipEntry("../config.json"));
      entries.write("{}".getBytes(StandardCharsets.UTF_8));
    }
    assertThatThrownBy(() -> Network.load(zip))
        .isInstanceOf(KerasFormatException.class)
        .hasMessage(zip + ": it holds an entry that leads out of it: ../config.json");
  }

  @Test
  void weightsAloneAreRefused() {
    Path weights = GoldenFiles.path("models/mlp.weights.h5");
    assertThatThrownBy(() -> Network.load(weights))
        .isInstanceOf(KerasFormatException.class)
        .hasMessageEndingWith(
            "it holds no architecture (model_config), only weights: build the model, and load these"
                + " into it");
  }
}
