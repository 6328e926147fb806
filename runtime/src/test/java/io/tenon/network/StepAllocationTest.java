package io.tenon.network;

import static io.tenon.optimizer.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tenon.callback.LambdaCallback;
import io.tenon.data.Samples;
import io.tenon.training.Verbosity;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A step of training and a prediction make few Java objects, however many samples they see. */
class StepAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int FEW = 4;
  private static final int MANY = 128;

  private static final int WARM_UP = 200;
  private static final int STEPS = 400;

  /** What a callback is told of a step. */
  private static final double BYTES_OF_STEP = 2048;

  /** The arrays of results, and what checks those that are given. */
  private static final double BYTES_OF_PREDICTION = 16 * 1024;

  /** ND4J makes an array of two. */
  private static final long POINTERS_OF_RESULT = 2;

  /** Less than a reference for each sample more. */
  private static final double SLACK = 4 * (MANY - FEW);

  private static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  /** Bytes in the heap from the end of one step to that of another, on the thread that trains. */
  private static double stepOfFit(int batch) {
    long[] at = new long[WARM_UP + STEPS];
    fit(batch, step -> at[step] = allocated());
    return (double) (at[WARM_UP + STEPS - 1] - at[WARM_UP]) / (STEPS - 1);
  }

  /** Trains for one epoch, of as many steps as are looked at. */
  private static void fit(int batch, IntConsumer afterStep) {
    int[] steps = new int[1];
    LambdaCallback watch = new LambdaCallback().batchEnd(training -> afterStep.accept(steps[0]++));
    Samples samples = SoakGraphs.samples((WARM_UP + STEPS) * batch);
    try (Network network = Network.builder(SoakGraphs.mixed()).optimizer(adam()).build()) {
      network.fit(
          samples,
          fit -> fit.epochs(1).batchSize(batch).verbose(Verbosity.SILENT).callbacks(watch));
    }
  }

  private static double prediction(int batch) {
    INDArray pictures = SoakGraphs.pictures(batch);
    INDArray words = SoakGraphs.words(batch);
    try (Network network = Network.builder(SoakGraphs.mixed()).build()) {
      for (int i = 0; i < WARM_UP; i++) {
        network.predict(pictures, words);
      }
      long before = allocated();
      for (int i = 0; i < STEPS; i++) {
        network.predict(pictures, words);
      }
      return (double) (allocated() - before) / STEPS;
    }
  }

  @Test
  void aStepOfTrainingTakesNoMoreForManySamples() {
    double few = stepOfFit(FEW);
    double many = stepOfFit(MANY);
    assertThat(few).isLessThan(BYTES_OF_STEP);
    assertThat(many).isLessThan(few + SLACK);
  }

  @Test
  void aPredictionTakesNoMoreForManySamples() {
    double few = prediction(FEW);
    double many = prediction(MANY);
    assertThat(few).isLessThan(BYTES_OF_PREDICTION);
    assertThat(many).isLessThan(few + SLACK);
  }

  /** Each primitive, memory and layout of oneDNN's is a pointer that JavaCPP counts. */
  @Test
  void aStepOfTrainingMakesNoPrimitives() {
    long[] counts = new long[WARM_UP + STEPS];
    fit(FEW, step -> counts[step] = Pointer.totalCount());
    assertThat(counts[WARM_UP + STEPS - 1]).isPositive().isLessThanOrEqualTo(counts[WARM_UP]);
  }

  @Test
  void aPredictionMakesNoPrimitives() {
    INDArray pictures = SoakGraphs.pictures(FEW);
    INDArray words = SoakGraphs.words(FEW);
    try (Network network = Network.builder(SoakGraphs.mixed()).build()) {
      network.predict(pictures, words);
      long before = Pointer.totalCount();
      for (int i = 0; i < STEPS; i++) {
        network.predict(pictures, words);
      }
      assertThat(before).isPositive();
      assertThat(Pointer.totalCount() - before).isLessThanOrEqualTo(STEPS * POINTERS_OF_RESULT);
    }
  }
}
