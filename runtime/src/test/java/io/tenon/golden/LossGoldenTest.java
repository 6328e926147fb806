package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.Loss;
import io.tenon.loss.LossKernel;
import io.tenon.onednn.OneDnn;
import java.util.List;
import java.util.Map;
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
  private static final Map<String, Loss> COVERED =
      Map.of(
          "mse", Loss.MEAN_SQUARED_ERROR,
          "binary", Loss.BINARY_CROSSENTROPY,
          "binary_clipped", Loss.BINARY_CROSSENTROPY,
          "categorical", Loss.CATEGORICAL_CROSSENTROPY,
          "sparse", Loss.SPARSE_CATEGORICAL_CROSSENTROPY);

  static Stream<Arguments> cases() {
    List<JsonNode> all = GoldenFiles.cases("training/losses.json");
    System.out.printf(
        "%d of %d cases of Keras are of losses that exist%n", COVERED.size(), all.size());
    return all.stream()
        .filter(which -> COVERED.containsKey(which.get("name").asText()))
        .map(which -> Arguments.of(which.get("name").asText(), which));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithKeras(String name, JsonNode which) {
    Loss loss = COVERED.get(name);
    INDArray predictions = GoldenFiles.array(which.get("y_pred"));
    INDArray labels = GoldenFiles.array(which.get("y_true"));
    if (loss == Loss.SPARSE_CATEGORICAL_CROSSENTROPY) {
      labels = labels.castTo(DataType.INT32);
    }
    INDArray gradient = Nd4j.create(DataType.FLOAT, predictions.shape());
    memory target = OneDnn.at(OneDnn.rows(predictions.length()), gradient.data().addressPointer());
    LossKernel kernel = new LossKernel(loss, predictions, labels, target, 1, false);
    assertThat(kernel.evaluate(true)).isCloseTo(which.get("loss").asDouble(), within(1e-5));
    assertThat(gradient.data().asFloat())
        .containsExactly(GoldenFiles.floats(which.get("gradient")), within(1e-5f));
  }
}
