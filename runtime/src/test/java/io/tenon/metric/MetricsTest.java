package io.tenon.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static FloatBuffer floats(float... values) {
    return FloatBuffer.wrap(values);
  }

  private static MetricState of(Metric metric, int width, Loss loss) {
    return Metrics.of(metric, TensorType.float32(Shape.of(width)), loss);
  }

  @Test
  void accuracyOfClassNumbers() {
    MetricState accuracy = of(Metric.ACCURACY, 2, Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
    accuracy.update(floats(.9f, .1f, .2f, .8f), IntBuffer.wrap(new int[] {0, 0}), 2, 2);
    assertThat(accuracy.value()).isEqualTo(0.5);
    accuracy.update(floats(.1f, .9f, .2f, .8f), IntBuffer.wrap(new int[] {1, 1}), 2, 2);
    assertThat(accuracy.value()).isEqualTo(0.75);
    accuracy.reset();
    assertThat(accuracy.value()).isNaN();
  }

  @Test
  void accuracyOfOneHotRows() {
    MetricState accuracy = of(Metric.ACCURACY, 3, Loss.CATEGORICAL_CROSSENTROPY);
    accuracy.update(floats(.2f, .5f, .3f, .2f, .3f, .5f), floats(0, 1, 0, 1, 0, 0), 2, 3);
    assertThat(accuracy.value()).isEqualTo(0.5);
  }

  @Test
  void accuracyOfOneUnitIsBinary() {
    MetricState accuracy = of(Metric.ACCURACY, 1, Loss.BINARY_CROSSENTROPY);
    accuracy.update(floats(.6f, .5f, .4f, .9f), floats(1, 0, 1, 1), 4, 1);
    assertThat(accuracy.value()).isEqualTo(0.75);
  }

  @Test
  void accuracyOfSeveralBinaryUnitsCountsEach() {
    MetricState accuracy = of(Metric.ACCURACY, 2, Loss.BINARY_CROSSENTROPY);
    accuracy.update(floats(.6f, .1f, .4f, .9f), floats(1, 0, 1, 1), 2, 2);
    assertThat(accuracy.value()).isEqualTo(0.75);
  }

  @Test
  void meanErrors() {
    MetricState squared = of(Metric.MEAN_SQUARED_ERROR, 2, Loss.MEAN_SQUARED_ERROR);
    squared.update(floats(1, 2), floats(3, 2.5f), 1, 2);
    assertThat(squared.value()).isCloseTo(2.125, within(1e-9));
    MetricState absolute = of(Metric.MEAN_ABSOLUTE_ERROR, 2, Loss.MEAN_SQUARED_ERROR);
    absolute.update(floats(1, 2), floats(3, 2.5f), 1, 2);
    assertThat(absolute.value()).isCloseTo(1.25, within(1e-9));
  }

  @Test
  void errorsDoNotReadClassNumbers() {
    assertThatThrownBy(() -> of(Metric.MEAN_SQUARED_ERROR, 2, Loss.SPARSE_CATEGORICAL_CROSSENTROPY))
        .hasMessage(
            "MEAN_SQUARED_ERROR compares numbers, but the labels of"
                + " SPARSE_CATEGORICAL_CROSSENTROPY are class numbers; use ACCURACY");
  }
}
