package io.tenon.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.loss.Losses;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricsTest {
  private static FloatBuffer floats(float... values) {
    return FloatBuffer.wrap(values);
  }

  private static MetricState of(Metric metric, int width, Loss loss) {
    return Metrics.of(metric, TensorType.float32(Shape.of(width)), Losses.of(loss));
  }

  @Test
  void accuracyOfClassNumbers() {
    MetricState accuracy = of(Metric.ACCURACY, 2, Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
    accuracy.update(
        new Observations(floats(.9f, .1f, .2f, .8f), IntBuffer.wrap(new int[] {0, 0}), 2, 2));
    assertThat(accuracy.value()).isEqualTo(0.5);
    accuracy.update(
        new Observations(floats(.1f, .9f, .2f, .8f), IntBuffer.wrap(new int[] {1, 1}), 2, 2));
    assertThat(accuracy.value()).isEqualTo(0.75);
    accuracy.reset();
    assertThat(accuracy.value()).isNaN();
  }

  @Test
  void accuracyOfOneHotRows() {
    MetricState accuracy = of(Metric.ACCURACY, 3, Loss.CATEGORICAL_CROSSENTROPY);
    accuracy.update(
        new Observations(floats(.2f, .5f, .3f, .2f, .3f, .5f), floats(0, 1, 0, 1, 0, 0), 2, 3));
    assertThat(accuracy.value()).isEqualTo(0.5);
  }

  @Test
  void accuracyOfOneUnitIsBinary() {
    MetricState accuracy = of(Metric.ACCURACY, 1, Loss.BINARY_CROSSENTROPY);
    accuracy.update(new Observations(floats(.6f, .5f, .4f, .9f), floats(1, 0, 1, 1), 4, 1));
    assertThat(accuracy.value()).isEqualTo(0.75);
  }

  @Test
  void accuracyOfSeveralBinaryUnitsCountsEach() {
    MetricState accuracy = of(Metric.ACCURACY, 2, Loss.BINARY_CROSSENTROPY);
    accuracy.update(new Observations(floats(.6f, .1f, .4f, .9f), floats(1, 0, 1, 1), 2, 2));
    assertThat(accuracy.value()).isEqualTo(0.75);
  }

  @Test
  void meanErrors() {
    MetricState squared = of(Metric.MEAN_SQUARED_ERROR, 2, Loss.MEAN_SQUARED_ERROR);
    squared.update(new Observations(floats(1, 2), floats(3, 2.5f), 1, 2));
    assertThat(squared.value()).isCloseTo(2.125, within(1e-9));
    MetricState absolute = of(Metric.MEAN_ABSOLUTE_ERROR, 2, Loss.MEAN_SQUARED_ERROR);
    absolute.update(new Observations(floats(1, 2), floats(3, 2.5f), 1, 2));
    assertThat(absolute.value()).isCloseTo(1.25, within(1e-9));
  }

  @Test
  void errorsDoNotReadClassNumbers() {
    assertThatThrownBy(() -> of(Metric.MEAN_SQUARED_ERROR, 2, Loss.SPARSE_CATEGORICAL_CROSSENTROPY))
        .hasMessage(
            "mean_squared_error compares numbers, but the labels are class numbers; use ACCURACY");
  }

  private static MetricState of(MetricSpec metric, int width) {
    return metric.start(TensorType.float32(Shape.of(width)), false);
  }

  @Test
  void aSampleOfWeightZeroCountsForNothing() {
    for (Metric metric :
        List.of(
            Metric.BINARY_ACCURACY, Metric.PRECISION, Metric.RECALL, Metric.AUC, Metric.F1_SCORE)) {
      MetricState state = of(Metrics.of(metric), 2);
      state.update(
          new Observations(floats(.9f, .1f, .2f, .8f), floats(1, 0, 1, 0), floats(1, 0), 2, 2));
      assertThat(state.value())
          .as(metric.kerasName())
          .isEqualTo(metric == Metric.F1_SCORE ? 0.5 : 1);
    }
  }

  @Test
  void aSamplesWeightIsThatOfAllItsRows() {
    MetricState error = of(Metrics.of(Metric.MEAN_ABSOLUTE_ERROR), 1);
    error.update(new Observations(floats(1, 1, 3, 3), floats(0, 0, 0, 0), floats(3, 1), 4, 1));
    assertThat(error.value()).isEqualTo(1.5);
  }

  @Test
  void everyMetricIsUndefinedBeforeAndAfterAReset() {
    for (Metric metric : Metric.values()) {
      boolean classes = metric.name().startsWith("SPARSE");
      MetricState state = Metrics.of(metric).start(TensorType.float32(Shape.of(6)), classes);
      assertThat(state.value()).as("%s before", metric).isNaN();
      Buffer labels = classes ? IntBuffer.wrap(new int[] {1}) : floats(0, 1, 0, 0, 0, 0);
      state.update(new Observations(floats(.1f, .5f, .1f, .1f, .1f, .1f), labels, 1, 6));
      state.reset();
      assertThat(state.value()).as("%s after", metric).isNaN();
    }
  }

  @Test
  void oneBatchGivesWhatItsHalvesGive() {
    Random random = new Random(5);
    float[] predictions = new float[60];
    float[] labels = new float[60];
    for (int i = 0; i < 60; i++) {
      predictions[i] = 0.05f + 0.9f * random.nextFloat();
      labels[i] = i % 6 == (i / 6) % 5 ? 1 : 0;
    }
    for (Metric metric : Metric.values()) {
      if (!metric.name().startsWith("SPARSE")) {
        MetricState whole = of(Metrics.of(metric), 6);
        whole.update(new Observations(floats(predictions), floats(labels), 10, 6));
        MetricState halves = of(Metrics.of(metric), 6);
        for (int from : new int[] {0, 30}) {
          halves.update(
              new Observations(
                  floats(Arrays.copyOfRange(predictions, from, from + 30)),
                  floats(Arrays.copyOfRange(labels, from, from + 30)),
                  5,
                  6));
        }
        assertThat(halves.value()).as(metric.kerasName()).isCloseTo(whole.value(), within(1e-12));
      }
    }
  }

  @Test
  void decisionsByRankAndOfOneClass() {
    FloatBuffer predictions = floats(.5f, .4f, .1f, .1f, .3f, .6f);
    FloatBuffer labels = floats(0, 1, 0, 0, 0, 1);
    MetricState top = of(Metrics.precision(Decision.top(2)), 3);
    top.update(new Observations(predictions, labels, 2, 3));
    assertThat(top.value()).isEqualTo(0.5);
    MetricState ofClass = of(Metrics.recall(Decision.above(0.55).ofClass(2)), 3);
    ofClass.update(new Observations(predictions, labels, 2, 3));
    assertThat(ofClass.value()).isEqualTo(1);
  }

  @Test
  void perfectAndReversedOrderHaveAreasOneAndZero() {
    MetricState area = of(Metrics.of(Metric.AUC), 1);
    area.update(new Observations(floats(.1f, .2f, .8f, .9f), floats(0, 0, 1, 1), 4, 1));
    assertThat(area.value()).isEqualTo(1);
    area.reset();
    area.update(new Observations(floats(.1f, .2f, .8f, .9f), floats(1, 1, 0, 0), 4, 1));
    assertThat(area.value()).isZero();
  }

  @Test
  void aMetricOfOnesOwn() {
    class Largest implements MetricState {
      private double largest = Double.NaN;

      @Override
      public void reset() {
        largest = Double.NaN;
      }

      @Override
      public void update(Observations batch) {
        for (int row = 0; row < batch.rows(); row++) {
          double error = Math.abs(batch.prediction(row, 0) - batch.label(row, 0));
          largest = Double.isNaN(largest) ? error : Math.max(largest, error);
        }
      }

      @Override
      public double value() {
        return largest;
      }
    }
    MetricSpec metric = Metrics.custom("largest_error", Largest::new);
    MetricState state = of(metric, 1);
    state.update(new Observations(floats(1, 5), floats(0, 2), 2, 1));
    assertThat(metric.name()).isEqualTo("largest_error");
    assertThat(state.value()).isEqualTo(3);
  }

  @Test
  void whatDoesNotFitAnOutputIsRefused() {
    assertThatThrownBy(() -> of(Metrics.of(Metric.TOP_K_CATEGORICAL_ACCURACY), 3))
        .hasMessage(
            "top_k_categorical_accuracy: the right one is always among the largest 5 of 3 classes;"
                + " use topKCategoricalAccuracy with a smaller k");
    assertThatThrownBy(() -> of(Metrics.precision(Decision.above(0.5).ofClass(3)), 3))
        .hasMessage("precision of class 3, but the classes are 0 to 2");
    assertThatThrownBy(() -> of(Metrics.of(Metric.SPARSE_CATEGORICAL_ACCURACY), 3))
        .hasMessage(
            "sparse_categorical_accuracy reads class numbers, but the labels are rows like the"
                + " output's; use ACCURACY");
    assertThatThrownBy(() -> Metrics.auc(Curve.ROC, 1))
        .hasMessage("thresholds must be 2 or more, found 1");
    assertThatThrownBy(() -> Decision.above(50)).hasMessage("threshold must be 0 to 1, found 50.0");
  }

  @Test
  void theMeanOfALossThatIsNotTrained() {
    MetricState entropy =
        Metrics.mean(Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
            .start(TensorType.float32(Shape.of(2)), true);
    entropy.update(new Observations(floats(.5f, .5f), IntBuffer.wrap(new int[] {1}), 1, 2));
    assertThat(entropy.value()).isCloseTo(Math.log(2), within(1e-7));
  }

  /**
   * What javac refuses, as {@link Metric#labels} has it, is what would fail when a model is built.
   */
  @ParameterizedTest
  @EnumSource
  void readsTheLabelsThatItSays(Metric metric) {
    boolean rows = canRead(metric, Loss.MEAN_SQUARED_ERROR);
    boolean classNumbers = canRead(metric, Loss.SPARSE_CATEGORICAL_CROSSENTROPY);

    assertThat(rows).isEqualTo(metric.labels() != Metric.Labels.CLASS_NUMBERS);
    assertThat(classNumbers).isEqualTo(metric.labels() != Metric.Labels.ROWS);
  }

  private static boolean canRead(Metric metric, Loss loss) {
    try {
      of(metric, 10, loss);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
