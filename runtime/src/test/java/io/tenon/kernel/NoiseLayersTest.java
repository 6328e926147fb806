package io.tenon.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenon.ActivationFunction;
import io.tenon.Initializer;
import io.tenon.dsl.Layers;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.WeightSpec;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Layers that act only in training: what they do on the average, and how it goes back. */
class NoiseLayersTest {
  private static final long[] MANY = {4, 50, 100};

  private static float[] floats(INDArray array) {
    return array.dup('c').data().asFloat();
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(float[] values) {
    double mean = mean(values);
    double sum = 0;
    for (float value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }

  static Stream<Supplier<? extends LayerSpec>> all() {
    return Stream.of(
        Layers.dropout(0.3),
        Layers.dropout(0.3).noiseShape(-1, 1, -1),
        Layers.spatialDropout1D(0.3),
        Layers.alphaDropout(0.3),
        Layers.alphaDropout(0.3).noiseShape(1, -1, 1),
        Layers.gaussianDropout(0.3),
        Layers.gaussianNoise(0.3));
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingHappensInPredictionAndRunsOfOneSeedAreEqual(Supplier<? extends LayerSpec> layer) {
    float[][] runs = new float[2][];
    for (int i = 0; i < 2; i++) {
      try (LayerRun run = new LayerRun(layer.get(), MANY).randomize(1)) {
        assertThat(floats(run.forward())).isEqualTo(floats(run.input(0)));
        runs[i] = floats(run.forwardInTraining());
        assertThat(runs[i]).isNotEqualTo(floats(run.input(0)));
      }
    }
    assertThat(runs[1]).isEqualTo(runs[0]);
  }

  @Test
  void gaussianNoiseIsAdded() {
    try (LayerRun run = new LayerRun(Layers.gaussianNoise(0.5).get(), MANY)) {
      run.input(0).assign(2);
      float[] noisy = floats(run.forwardInTraining());
      assertThat(mean(noisy)).isCloseTo(2, within(0.02));
      assertThat(deviation(noisy)).isCloseTo(0.5, within(0.02));
      run.outputGradient().assign(3);
      run.backward();
      assertThat(floats(run.inputGradient(0))).containsOnly(3f);
    }
  }

  @Test
  void gaussianDropoutIsMultiplied() {
    try (LayerRun run = new LayerRun(Layers.gaussianDropout(0.2).get(), MANY)) {
      run.input(0).assign(2);
      float[] noisy = floats(run.forwardInTraining());
      assertThat(mean(noisy)).isCloseTo(2, within(0.03));
      assertThat(deviation(noisy)).isCloseTo(2 * Math.sqrt(0.2 / 0.8), within(0.03));
      run.outputGradient().assign(2);
      run.backward();
      assertThat(floats(run.inputGradient(0))).containsExactly(noisy, within(1e-6f));
    }
  }

  @Test
  void alphaDropoutKeepsMeanAndDeviation() {
    try (LayerRun run = new LayerRun(Layers.alphaDropout(0.3).get(), MANY)) {
      LayerRun.fill(run.input(0), new Random(1), 1);
      float[] dropped = floats(run.forwardInTraining());
      assertThat(mean(dropped)).isCloseTo(0, within(0.03));
      assertThat(deviation(dropped)).isCloseTo(1, within(0.03));
      run.outputGradient().assign(1);
      run.backward();
      float[] gradient = floats(run.inputGradient(0));
      long kept = Arrays.stream(boxed(gradient)).filter(value -> value != 0).distinct().count();
      assertThat(kept).isEqualTo(1);
      double share = Arrays.stream(boxed(gradient)).filter(value -> value == 0).count();
      assertThat(share / gradient.length).isCloseTo(0.3, within(0.02));
      float low = Float.NaN;
      for (int i = 0; i < gradient.length; i++) {
        if (gradient[i] == 0) {
          low = Float.isNaN(low) ? dropped[i] : low;
          assertThat(dropped[i]).isEqualTo(low);
        }
      }
    }
  }

  private static Float[] boxed(float[] values) {
    Float[] all = new Float[values.length];
    Arrays.setAll(all, i -> values[i]);
    return all;
  }

  static Stream<LayerSpec> spatial() {
    return Stream.of(
        Layers.spatialDropout1D(0.3).get(),
        Layers.spatialDropout2D(0.3).get(),
        Layers.spatialDropout3D(0.3).get());
  }

  @ParameterizedTest
  @MethodSource("spatial")
  void spatialDropoutDropsWholeChannels(LayerSpec layer) {
    int axes = layer.className().charAt("SpatialDropout".length()) - '0';
    long[] shape = new long[axes + 2];
    Arrays.fill(shape, 3);
    shape[0] = 20;
    shape[axes + 1] = 50;
    try (LayerRun run = new LayerRun(layer, shape)) {
      run.input(0).assign(1);
      float[] found = floats(run.forwardInTraining());
      int cells = (int) Math.pow(3, axes);
      int dropped = 0;
      for (int sample = 0; sample < 20; sample++) {
        for (int channel = 0; channel < 50; channel++) {
          float first = found[sample * cells * 50 + channel];
          assertThat(first).isIn(0f, 1 / 0.7f);
          dropped += first == 0 ? 1 : 0;
          for (int cell = 0; cell < cells; cell++) {
            assertThat(found[(sample * cells + cell) * 50 + channel]).isEqualTo(first);
          }
        }
      }
      assertThat(dropped / 1000.0).isCloseTo(0.3, within(0.05));
    }
  }

  static Stream<Arguments> shaped() {
    return Stream.of(
        Arguments.of(Layers.dropout(0.3).noiseShape(-1, 1, -1), new int[] {40, 1, 60}),
        Arguments.of(Layers.dropout(0.3).noiseShape(1, 8, -1), new int[] {1, 8, 60}),
        Arguments.of(Layers.dropout(0.3).noiseShape(-1, -1, 1), new int[] {40, 8, 1}),
        Arguments.of(Layers.alphaDropout(0.3).noiseShape(1, -1, -1), new int[] {1, 8, 60}));
  }

  @ParameterizedTest
  @MethodSource("shaped")
  void oneDrawServesAlongSomeAxes(Supplier<? extends LayerSpec> layer, int[] drawn) {
    try (LayerRun run = new LayerRun(layer.get(), new long[] {40, 8, 60})) {
      run.input(0).assign(1);
      INDArray found = run.forwardInTraining().dup('c');
      run.outputGradient().assign(1);
      run.backward();
      INDArray gradient = run.inputGradient(0).dup('c');
      int dropped = 0;
      for (int i = 0; i < 40; i++) {
        for (int j = 0; j < 8; j++) {
          for (int k = 0; k < 60; k++) {
            int[] from = {Math.min(i, drawn[0] - 1), Math.min(j, drawn[1] - 1), 0};
            from[2] = Math.min(k, drawn[2] - 1);
            assertThat(found.getFloat(i, j, k)).isEqualTo(found.getFloat(from));
            assertThat(gradient.getFloat(i, j, k)).isEqualTo(gradient.getFloat(from));
            dropped += gradient.getFloat(i, j, k) == 0 ? 1 : 0;
          }
        }
      }
      assertThat(dropped / (40 * 8 * 60.0)).isCloseTo(0.3, within(0.07));
    }
  }

  private static LayerSpec counting(double dropout, double recurrentDropout, int units) {
    Initializer.Spec identity = Initializer.Spec.of(Initializer.Kind.IDENTITY);
    return Layers.simpleRNN(units)
        .activation(ActivationFunction.LINEAR)
        .kernelInitializer(identity)
        .recurrentInitializer(identity)
        .dropout(dropout)
        .recurrentDropout(recurrentDropout)
        .returnSequences(true)
        .get();
  }

  @Test
  void recurrentLayersDropTheSameFeaturesAtEachStep() {
    try (LayerRun run = new LayerRun(counting(0.4, 0, 100), new long[] {10, 3, 100})) {
      run.input(0).assign(1);
      INDArray sums = run.forwardInTraining().dup('c');
      int dropped = 0;
      for (int sample = 0; sample < 10; sample++) {
        for (int unit = 0; unit < 100; unit++) {
          float first = sums.getFloat(sample, 0, unit);
          assertThat(first).isIn(0f, 1 / 0.6f);
          dropped += first == 0 ? 1 : 0;
          assertThat(sums.getFloat(sample, 2, unit)).isCloseTo(3 * first, within(1e-5f));
        }
      }
      assertThat(dropped / 1000.0).isCloseTo(0.4, within(0.05));
    }
  }

  @Test
  void recurrentLayersDropTheSameOfTheirStateAtEachStep() {
    try (LayerRun run = new LayerRun(counting(0, 0.25, 100), new long[] {10, 3, 100})) {
      run.input(0).assign(0);
      for (WeightSpec weight : run.node().weights()) {
        if (weight.name().equals("bias")) {
          run.weight(weight).assign(Nd4j.zeros(100));
        }
      }
      for (int sample = 0; sample < 10; sample++) {
        for (int unit = 0; unit < 100; unit++) {
          run.input(0).putScalar(new long[] {sample, 0, unit}, 1);
        }
      }
      INDArray states = run.forwardInTraining().dup('c');
      int dropped = 0;
      for (int sample = 0; sample < 10; sample++) {
        for (int unit = 0; unit < 100; unit++) {
          assertThat(states.getFloat(sample, 0, unit)).isEqualTo(1);
          float second = states.getFloat(sample, 1, unit);
          assertThat(second).isIn(0f, 1 / 0.75f);
          dropped += second == 0 ? 1 : 0;
          float third = states.getFloat(sample, 2, unit);
          assertThat(third).isCloseTo(second * second, within(1e-5f));
        }
      }
      assertThat(dropped / 1000.0).isCloseTo(0.25, within(0.05));
    }
  }
}
