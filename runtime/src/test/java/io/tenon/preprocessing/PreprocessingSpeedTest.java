package io.tenon.preprocessing;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.dsl.Layers.conv2D;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.flatten;
import static io.tenon.dsl.Layers.maxPooling2D;

import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import io.tenon.network.Network;
import io.tenon.preprocessing.image.ImageDataGenerator;
import io.tenon.preprocessing.image.ImageFlow;
import io.tenon.preprocessing.text.TextFiles;
import io.tenon.preprocessing.text.Tokenizer;
import io.tenon.training.Verbosity;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Prints how fast text is counted and images are augmented, beside what waits for them. */
@Tag("slow")
final class PreprocessingSpeedTest {
  private static final int ROUNDS = 6;

  @Test
  void tokenizerBesideReading(@TempDir Path folder) throws Exception {
    Path file = Path.of(System.getProperty("text", folder.resolve("words.txt").toString()));
    if (Files.notExists(file)) {
      write(file, 3_400_000);
    }
    ForkJoinPool one = new ForkJoinPool(1);
    for (int round = 0; round < ROUNDS; round++) {
      double bytes = speed(file, () -> readBytes(file));
      double lines = speed(file, () -> readLines(file));
      double decoded = speed(file, () -> TextFiles.lines(file).forEach(line -> {}));
      Tokenizer tokenizer = Tokenizer.create();
      double fitted = speed(file, () -> tokenizer.fitOnTexts(file));
      double alone =
          speed(file, () -> one.submit(() -> Tokenizer.create().fitOnTexts(file)).join());
      double sequences = speed(file, () -> readSequences(tokenizer, file));
      double sequencesAlone =
          speed(file, () -> one.submit(() -> readSequences(tokenizer, file)).join());
      System.out.printf(
          Locale.ROOT,
          "text of %.0f MB, in MB/s: read as bytes %.0f, as lines by BufferedReader %.0f, by"
              + " TextFiles %.0f; fitOnTexts %.0f (%.0f on one thread), textsToSequences %.0f"
              + " (%.0f on one thread)%n",
          Files.size(file) / 1e6,
          bytes,
          lines,
          decoded,
          fitted,
          alone,
          sequences,
          sequencesAlone);
    }
    one.shutdown();
  }

  private interface Action {
    void run() throws IOException;
  }

  /** In MB/s. */
  private static double speed(Path file, Action action) throws IOException {
    long start = System.nanoTime();
    action.run();
    return Files.size(file) / 1e6 / seconds(start);
  }

  private static void readBytes(Path file) throws IOException {
    byte[] buffer = new byte[1 << 19];
    try (InputStream input = Files.newInputStream(file)) {
      while (input.read(buffer) >= 0) {}
    }
  }

  private static void readLines(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      reader.lines().forEach(line -> {});
    }
  }

  private static void readSequences(Tokenizer tokenizer, Path file) {
    try (Stream<int[]> sequences = tokenizer.textsToSequences(file)) {
      sequences.forEach(sequence -> {});
    }
  }

  /** Lines of ten words, the frequencies of which fall as in a language. */
  private static void write(Path file, int lines) throws IOException {
    Random random = new Random(1);
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (int line = 0; line < lines; line++) {
        for (int word = 0; word < 10; word++) {
          double rank = Math.pow(50_000, random.nextDouble());
          writer.write("word" + Integer.toString((int) rank, 36));
          writer.write(word == 9 ? ".\n" : " ");
        }
      }
    }
  }

  @Test
  void imagesBesideTraining() {
    int count = 4096;
    INDArray images = Nd4j.rand(DataType.FLOAT, count, 64, 64, 1).muli(255);
    INDArray classes = Nd4j.zeros(DataType.INT32, count);
    for (int i = 0; i < count; i++) {
      classes.putScalar(i, i % 10);
    }
    ImageFlow flow =
        ImageDataGenerator.of(
                image ->
                    image
                        .rescale(1 / 255.0)
                        .rotationRange(20)
                        .widthShiftRange(0.1)
                        .heightShiftRange(0.1)
                        .zoomRange(0.1))
            .flow(images, classes, batches -> batches.batchSize(32).seed(1));
    Graph graph =
        Graph.builder("DigitsCnn")
            .input("picture", "64 64 1")
            .layer("edges", conv2D(32, 3).activation(RELU), "picture")
            .layer("smaller", maxPooling2D(), "edges")
            .layer("parts", conv2D(64, 3).activation(RELU), "smaller")
            .layer("smallest", maxPooling2D(), "parts")
            .layer("flat", flatten(), "smallest")
            .layer("hidden", dense(64).activation(RELU), "flat")
            .layer("digit", dense(10).activation(SOFTMAX), "hidden")
            .output("digit", SPARSE_CATEGORICAL_CROSSENTROPY)
            .build();
    try (Network network = Network.builder(graph).seed(1).build()) {
      Samples plain = Samples.builder().input("picture", images).label("digit", classes).build();
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        flow.forEach(batch -> {});
        double alone = count / seconds(start);
        start = System.nanoTime();
        network.fit(plain, fit -> fit.verbose(Verbosity.SILENT));
        double training = count / seconds(start);
        start = System.nanoTime();
        network.fit(flow.toDataset("picture", "digit"), fit -> fit.verbose(Verbosity.SILENT));
        double both = count / seconds(start);
        System.out.printf(
            Locale.ROOT,
            "images 64 x 64: augmented %.0f a second alone; trained %.0f a second from memory,"
                + " %.0f augmented%n",
            alone,
            training,
            both);
      }
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
