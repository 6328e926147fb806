package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the processor adds to a build, by model: {@code -Dtest.excluded= -Dtest=SpeedTest}. Without
 * it javac compiles the models alone; with it, also what is generated.
 */
@Tag("slow")
final class SpeedTest {
  private static final int MODELS = 50;
  private static final int ROUNDS = 11;

  @Test
  void printsWhatItAddsForEachModel(@TempDir Path folder) throws IOException {
    List<Path> sources = ManyModels.write(folder, MODELS);
    double[] added = new double[ROUNDS];
    double[] processing = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      double without = time(Compiler.javac().withStubs().withoutProcessor(), sources);
      added[i] = (time(Compiler.javac().withStubs(), sources) - without) / MODELS;
      double only = time(Compiler.javac().withStubs().with("-proc:only"), sources);
      processing[i] = only / MODELS;
    }

    System.out.printf(
        "%d models, median of %d rounds: %.2f ms a model more than without the processor;"
            + " a run of the processor alone takes %.2f ms a model, the first %.2f ms%n",
        MODELS, ROUNDS, median(added), median(processing), processing[0]);
  }

  private static double time(Compiler compiler, List<Path> sources) {
    long start = System.nanoTime();
    Compilation compilation = compiler.compile(sources);
    double milliseconds = (System.nanoTime() - start) / 1e6;
    assertThat(compilation.output()).isEmpty();
    return milliseconds;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
