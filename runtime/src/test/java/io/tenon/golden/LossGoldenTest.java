package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.loss.LossFunction;
import io.tenon.loss.LossKernel;
import io.tenon.onednn.OneDnn;
import java.util.stream.Stream;
import org.bytedeco.dnnl.memory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Losses and their gradients, against Keras's. */
class LossGoldenTest {
  static Stream<Arguments> cases() {
    return GoldenFiles.cases("training/losses.json").stream()
        .map(which -> Arguments.of(which.get("name").asText(), which));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithKeras(String name, JsonNode which) {
    LossFunction loss = KerasLosses.loss(which);
    INDArray predictions = GoldenFiles.array(which.get("y_pred"));
    INDArray labels = GoldenFiles.array(which.get("y_true"));
    if (loss.isSparse()) {
      labels = labels.castTo(DataType.INT32);
    }
    INDArray weights =
        which.hasNonNull("sample_weight") ? GoldenFiles.array(which.get("sample_weight")) : null;
    INDArray gradient = Nd4j.create(DataType.FLOAT, predictions.shape());
    memory target = OneDnn.at(OneDnn.rows(predictions.length()), gradient.data().addressPointer());
    LossKernel kernel = new LossKernel(loss, predictions, labels, weights, target, 1, false);
    double expected = which.get("loss").asDouble();
    assertThat(kernel.evaluate(true)).isCloseTo(expected, within(tolerance(expected)));
    float[] expectedGradient = GoldenFiles.floats(which.get("gradient"));
    float[] found = gradient.data().asFloat();
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i])
          .as("element %d", i)
          .isCloseTo(expectedGradient[i], within((float) tolerance(expectedGradient[i])));
    }
  }

  /** 1e-5, absolute or relative. */
  private static double tolerance(double expected) {
    return 1e-5 * Math.max(1, Math.abs(expected));
  }
}
