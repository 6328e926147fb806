package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.metric.MetricSpec;
import io.tenon.metric.MetricState;
import io.tenon.metric.Observations;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics over batches, against Keras's. */
class MetricGoldenTest {
  static Stream<Arguments> cases() {
    return GoldenFiles.cases("training/metrics.json").stream()
        .map(which -> Arguments.of(which.get("name").asText(), which));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithKeras(String name, JsonNode which) {
    JsonNode first = which.get("batches").get(0);
    int width = width(which, first);
    boolean classes = width > 1 && isInteger(first.get("y_true"));
    List<MetricSpec> specs = KerasMetrics.metrics(which);
    JsonNode result = which.get("result");
    double[] expected = result.isNumber() ? new double[] {result.asDouble()} : doubles(result);
    assertThat(specs).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      MetricState state = specs.get(i).start(TensorType.float32(Shape.of(width)), classes);
      for (JsonNode batch : which.get("batches")) {
        state.update(observations(batch, width, classes));
      }
      double tolerance = 1e-5 * Math.max(1, Math.abs(expected[i]));
      assertThat(state.value()).as("result %d", i).isCloseTo(expected[i], within(tolerance));
    }
  }

  private static double[] doubles(JsonNode array) {
    float[] values = GoldenFiles.floats(array);
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  /** How many columns predictions have, class numbers counting as one-hot rows. */
  private static int width(JsonNode which, JsonNode batch) {
    JsonNode shape = batch.get("y_pred").get("shape");
    return isInteger(batch.get("y_pred"))
        ? which.get("config").get("num_classes").asInt()
        : shape.size() == 1 ? 1 : shape.get(shape.size() - 1).asInt();
  }

  private static Observations observations(JsonNode batch, int width, boolean classes) {
    JsonNode given = batch.get("y_pred");
    FloatBuffer predictions =
        isInteger(given) ? oneHot(given, width) : FloatBuffer.wrap(GoldenFiles.floats(given));
    JsonNode expected = batch.get("y_true");
    Buffer labels = classes ? ints(expected) : FloatBuffer.wrap(GoldenFiles.floats(expected));
    FloatBuffer weights =
        batch.hasNonNull("sample_weight")
            ? FloatBuffer.wrap(GoldenFiles.floats(batch.get("sample_weight")))
            : null;
    return new Observations(predictions, labels, weights, predictions.capacity() / width, width);
  }

  private static boolean isInteger(JsonNode array) {
    return array.get("dtype").asText().equals("int32");
  }

  private static IntBuffer ints(JsonNode array) {
    int[] values = new int[array.get("data").size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get("data").get(i).asInt();
    }
    return IntBuffer.wrap(values);
  }

  /** Predictions that are sure of a class number. */
  private static FloatBuffer oneHot(JsonNode array, int width) {
    IntBuffer classes = ints(array);
    FloatBuffer rows = FloatBuffer.allocate(classes.capacity() * width);
    for (int i = 0; i < classes.capacity(); i++) {
      rows.put(i * width + classes.get(i), 1);
    }
    return rows;
  }
}
