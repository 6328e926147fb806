package io.tenon.file;

import static io.tenon.dsl.Layers.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.Loss;
import io.tenon.data.Samples;
import io.tenon.golden.GoldenFiles;
import io.tenon.graph.Graph;
import io.tenon.keras.KerasFormatException;
import io.tenon.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Files cut at every byte and with bytes changed at random: each gives a model or one clear kind of
 * error, soon, and the model in memory stays as it was.
 */
class DamagedFilesTest {
  /** No case needs a hundredth of it, even on a busy machine. */
  private static final long LONGEST_MILLIS = 20_000;

  @TempDir private Path folder;

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private Network network;
  private INDArray before;
  private int loaded;
  private int refused;

  static Graph graph() {
    return Graph.builder("mlp")
        .input("x", "20")
        .layer("hidden", dense(16), "x")
        .layer("digit", dense(5), "hidden")
        .output("digit", Loss.MEAN_SQUARED_ERROR)
        .build();
  }

  @BeforeEach
  void write() throws IOException {
    network = Network.builder(graph()).seed(1).build();
    network.trainOnBatch(
        Samples.builder()
            .input("x", Nd4j.rand(DataType.FLOAT, 4, 20))
            .label("digit", Nd4j.rand(DataType.FLOAT, 4, 5))
            .build());
    before = network.layer("digit").weight("kernel");
    for (String name : new String[] {"ours.keras", "ours.h5"}) {
      network.save(folder.resolve(name));
      files.put(name, Files.readAllBytes(folder.resolve(name)));
    }
    for (String name : new String[] {"ours.weights.h5", "older.h5"}) {
      network.saveWeights(folder.resolve(name));
      files.put(name, Files.readAllBytes(folder.resolve(name)));
    }
  }

  @AfterEach
  void close() {
    network.close();
  }

  /** With the files that Keras itself wrote of a model of these layers, where they are present. */
  private void addKeras() throws IOException {
    for (String kind : new String[] {".keras", ".h5", ".weights.h5"}) {
      files.put("keras" + kind, Files.readAllBytes(GoldenFiles.path("models/mlp" + kind)));
    }
  }

  @Test
  void filesCutAtManyPlaces() throws IOException {
    cut(61);
  }

  @Test
  void filesWithBytesChanged() throws IOException {
    change(300);
  }

  @Tag("slow")
  @Test
  void filesCutAtEveryByte() throws IOException {
    addKeras();
    cut(1);
  }

  @Tag("slow")
  @Test
  void tenThousandFilesWithBytesChanged() throws IOException {
    addKeras();
    change(10_000);
  }

  private void cut(int every) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      for (int length = 0; length < file.getValue().length; length += every) {
        byte[] part = Arrays.copyOf(file.getValue(), length);
        String name = "%s cut after %d bytes".formatted(file.getKey(), length);

        tryAll(name, file.getKey(), part);
      }
    }
    report("cut");
    assertThat(loaded).isZero();
  }

  private void change(int cases) throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    byte[][] originals = files.values().toArray(byte[][]::new);
    String[] names = files.keySet().toArray(String[]::new);
    for (int i = 0; i < cases; i++) {
      int which = random.nextInt(originals.length);
      byte[] changed = originals[which].clone();
      for (int flips = 1 << random.nextInt(6); flips > 0; flips--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      tryAll("%s, case %d".formatted(names[which], i), names[which], changed);
    }
    report("changed");
    assertThat(loaded + refused).isEqualTo(cases);
  }

  /** Reads a file in every way; it must be taken or refused as a whole. */
  private void tryAll(String what, String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("damaged-" + name), content);
    long start = System.nanoTime();
    try {
      network.loadWeights(file);
      if (!name.contains("weights") && !name.equals("older.h5")) {
        Network.load(file).close();
        Network.load(file, graph()).close();
      }
      loaded++;
      restore();
    } catch (KerasFormatException e) {
      refused++;
      assertThat(e.getMessage()).as(what).contains(file.toString());
      restoreIfLoaded(what, file);
    }
    assertThat((System.nanoTime() - start) / 1_000_000).as(what).isLessThan(LONGEST_MILLIS);
  }

  /** Where weights could be loaded, but not the whole model, they were whole. */
  private void restoreIfLoaded(String what, Path file) {
    try {
      network.loadWeights(file);
      restore();
    } catch (KerasFormatException e) {
      assertThat(network.layer("digit").weight("kernel")).as(what).isEqualTo(before);
    }
  }

  private void restore() {
    network.loadWeights(folder.resolve("ours.weights.h5"));
  }

  private void report(String how) {
    System.out.printf("%s: %d files refused, %d loaded%n", how, refused, loaded);
  }

  @Test
  void aModelIsNamedThatCannotBeSaved() {
    assertThatThrownBy(() -> network.save(folder.resolve("mlp.tenon")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            folder.resolve("mlp.tenon")
                + ": a model's file ends with .keras, .h5, .weights.h5 or .json");
    assertThatThrownBy(() -> network.save(folder.resolve("mlp.weights.h5")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("saveWeights() writes weights alone");
  }
}
