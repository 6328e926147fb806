package io.tenon.network;

import static io.tenon.optimizer.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.data.Samples;
import io.tenon.training.Verbosity;
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Memory stays flat over 100,000 steps of training, in 400 calls of fit with all around them. */
@Tag("slow")
final class TrainingSoakTest {
  private static final int STEPS = 100_000;
  private static final int EPOCHS = 10;
  private static final int BATCH = 8;

  /** Not a multiple of the batch: the last one of an epoch is smaller. */
  private static final int SAMPLES = 25 * BATCH - 3;

  private static final int STEPS_OF_FIT = EPOCHS * 25;
  private static final long MEGABYTE = 1 << 20;

  /** What remains in the heap, and what the system has given the process, native memory with it. */
  private record Memory(long heap, long process) {
    static Memory measured() throws InterruptedException {
      for (int i = 0; i < 3; i++) {
        System.gc();
        Thread.sleep(100); // for what frees native memory after the collector
      }
      Runtime runtime = Runtime.getRuntime();
      return new Memory(runtime.totalMemory() - runtime.freeMemory(), Pointer.physicalBytes());
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "heap %.1f MB, process %.0f MB",
          (double) heap / MEGABYTE,
          (double) process / MEGABYTE);
    }
  }

  @Test
  void memoryStaysFlatOverAHundredThousandSteps() throws InterruptedException {
    Samples samples = SoakGraphs.samples(SAMPLES);
    int rounds = STEPS / STEPS_OF_FIT;
    Memory early = null;
    Memory late = null;
    try (Network network = Network.builder(SoakGraphs.mixed()).optimizer(adam()).build()) {
      for (int round = 1; round <= rounds; round++) {
        network.fit(samples, fit -> fit.epochs(EPOCHS).batchSize(BATCH).verbose(Verbosity.SILENT));
        network.evaluate(samples);
        network.predict(SoakGraphs.pictures(3), SoakGraphs.words(3));
        if (round % (rounds / 10) == 0) {
          Memory memory = Memory.measured();
          System.out.printf(Locale.ROOT, "%,8d steps: %s%n", round * STEPS_OF_FIT, memory.text());
          early = round == rounds / 5 ? memory : early;
          late = memory;
        }
      }
    }
    assertThat(early).isNotNull();
    assertThat(late.heap()).as("heap").isLessThan(early.heap() + 2 * MEGABYTE);
    assertThat(late.process()).as("process").isLessThan(early.process() + 32 * MEGABYTE);
  }
}
