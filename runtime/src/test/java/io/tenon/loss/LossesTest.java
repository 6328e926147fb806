package io.tenon.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tenon.ActivationFunction;
import io.tenon.Loss;
import io.tenon.onednn.OneDnn;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LossesTest {
  private static final int ROWS = 5;
  private static final int WIDTH = 4;

  static List<LossFunction> losses() {
    List<LossFunction> losses = new ArrayList<>();
    for (Loss loss : Loss.values()) {
      if (loss != Loss.NONE) {
        losses.add(Losses.of(loss));
      }
    }
    losses.add(Losses.huber(0.2));
    losses.add(Losses.binaryCrossentropy().withFromLogits(true).withLabelSmoothing(0.2));
    losses.add(
        Losses.binaryFocalCrossentropy()
            .withFromLogits(true)
            .withGamma(1.5)
            .withClassBalancing(0.3)
            .withLabelSmoothing(0.1));
    losses.add(Losses.categoricalCrossentropy().withFromLogits(true).withLabelSmoothing(0.2));
    losses.add(Losses.categoricalCrossentropy().withLabelSmoothing(0.2));
    losses.add(Losses.custom("squares", (labels, given) -> labels.sub(given).mul(given).sum(1)));
    return losses;
  }

  /** Predictions strictly between 0 and 1, where every loss is smooth; one-hot labels. */
  private static float[] predictions(long seed) {
    Random random = new Random(seed);
    float[] values = new float[ROWS * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.1f + 0.8f * random.nextFloat();
    }
    return values;
  }

  private static float[] oneHot() {
    float[] labels = new float[ROWS * WIDTH];
    for (int row = 0; row < ROWS; row++) {
      labels[row * WIDTH + row % WIDTH] = 1;
    }
    return labels;
  }

  private static double sum(LossFunction loss, float[] predictions, float[] labels) {
    double[] losses = new double[ROWS];
    loss.evaluate(predictions, labels, losses, new float[ROWS * WIDTH], ROWS, WIDTH);
    double sum = 0;
    for (double value : losses) {
      sum += value;
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("losses")
  void gradientsAgreeWithFiniteDifferences(LossFunction loss) {
    float[] predictions = predictions(7);
    float[] labels = oneHot();
    float[] gradient = new float[ROWS * WIDTH];
    loss.evaluate(predictions, labels, new double[ROWS], gradient, ROWS, WIDTH);
    // Steps that floats hold exactly, so that only the loss itself is rounded.
    float step = 1f / 512;
    for (int i = 0; i < predictions.length; i++) {
      float[] above = predictions.clone();
      float[] below = predictions.clone();
      above[i] += step;
      below[i] -= step;
      double slope = (sum(loss, above, labels) - sum(loss, below, labels)) / (above[i] - below[i]);
      assertThat((double) gradient[i])
          .as("%s, element %d", loss.kerasName(), i)
          .isCloseTo(slope, within(2e-3 * Math.max(1, Math.abs(slope))));
    }
  }

  @Test
  void fusedGradientsAreThoseThroughTheActivation() {
    float[] logits = predictions(3);
    float[] labels = oneHot();
    labels[1] = 0.5f; // a row that sums to 1.5
    CategoricalCrossentropy loss = Losses.categoricalCrossentropy().withLabelSmoothing(0.1);
    float[] softmax = new float[ROWS * WIDTH];
    for (int row = 0; row < ROWS; row++) {
      double total = 0;
      for (int i = row * WIDTH; i < (row + 1) * WIDTH; i++) {
        total += Math.exp(logits[i]);
      }
      for (int i = row * WIDTH; i < (row + 1) * WIDTH; i++) {
        softmax[i] = (float) (Math.exp(logits[i]) / total);
      }
    }
    float[] fused = new float[ROWS * WIDTH];
    loss.gradientBeforeActivation(softmax, labels, fused, ROWS, WIDTH);
    float[] expected = new float[ROWS * WIDTH];
    loss.withFromLogits(true).evaluate(logits, labels, new double[ROWS], expected, ROWS, WIDTH);
    assertThat(fused).containsExactly(expected, within(1e-6f));
    assertThat(LossKernel.fuses(loss, ActivationFunction.SOFTMAX)).isTrue();
    assertThat(LossKernel.fuses(loss, ActivationFunction.SIGMOID)).isFalse();
    assertThat(LossKernel.fuses(loss.withFromLogits(true), ActivationFunction.SOFTMAX)).isFalse();
  }

  @Test
  void aSampleOfWeightZeroCountsForNothing() {
    INDArray output = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}});
    INDArray labels = Nd4j.createFromArray(new float[][] {{0, 0}, {0, 0}});
    INDArray gradient = Nd4j.create(2, 2);
    LossKernel kernel =
        new LossKernel(
            Losses.of(Loss.MEAN_ABSOLUTE_ERROR),
            output,
            labels,
            Nd4j.createFromArray(0f, 2f),
            OneDnn.at(OneDnn.rows(4), gradient.data().addressPointer()),
            10,
            false);
    assertThat(kernel.evaluate(true)).isEqualTo(35);
    assertThat(kernel.value()).isEqualTo(3.5);
    assertThat(gradient.data().asFloat()).containsExactly(0, 0, 5, 5);
  }

  @Test
  void aSamplesWeightIsThatOfAllItsRows() {
    INDArray output = Nd4j.ones(2, 3, 1);
    LossKernel kernel =
        new LossKernel(
            Losses.of(Loss.MEAN_SQUARED_ERROR),
            output,
            Nd4j.zeros(2, 3, 1),
            Nd4j.createFromArray(1f, 5f),
            null,
            1,
            false);
    assertThat(kernel.evaluate(false)).isEqualTo(3);
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Losses.huber(0)).hasMessage("delta must be positive, found 0.0");
    assertThatThrownBy(() -> Losses.binaryCrossentropy().withLabelSmoothing(1.5))
        .hasMessage("labelSmoothing must be 0 to 1, found 1.5");
    assertThatThrownBy(() -> Losses.sparseCategoricalCrossentropy().withLabelSmoothing(0.1))
        .hasMessage(
            "class numbers cannot be smoothed; give one-hot rows to categoricalCrossentropy()");
    assertThatThrownBy(() -> Losses.of(Loss.NONE)).hasMessage("NONE is no loss to evaluate");
  }

  @Test
  void aCustomLossMustGiveOneNumberForEachRow() {
    LossFunction wrong = Losses.custom("wrong", (labels, given) -> labels.sub(given));
    assertThatThrownBy(() -> sum(wrong, predictions(1), oneHot()))
        .hasMessage(
            "the loss \"wrong\" must give one number for each of 5 rows, found an array of shape"
                + " [5, 4]; take the mean or sum over axis 1");
  }
}
