package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.Metric;
import io.tenon.metric.Average;
import io.tenon.metric.Curve;
import io.tenon.metric.Decision;
import io.tenon.metric.MetricSpec;
import io.tenon.metric.MetricState;
import io.tenon.metric.Metrics;
import io.tenon.metric.Observations;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Locale;
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

  private static MetricSpec metric(JsonNode which) {
    JsonNode config = which.get("config");
    return switch (which.get("class_name").asText()) {
      case "BinaryAccuracy" -> Metrics.binaryAccuracy(config.get("threshold").asDouble());
      case "TopKCategoricalAccuracy", "SparseTopKCategoricalAccuracy" ->
          Metrics.topKCategoricalAccuracy(config.get("k").asInt());
      case "Precision" -> Metrics.precision(decision(config));
      case "Recall" -> Metrics.recall(decision(config));
      case "AUC" ->
          Metrics.auc(
              Curve.valueOf(config.get("curve").asText()), config.get("num_thresholds").asInt());
      case "F1Score" -> f1(config);
      case "MeanIoU" -> Metrics.of(Metric.MEAN_IOU);
      default -> Metrics.of(Metric.valueOf(config.get("name").asText().toUpperCase(Locale.ROOT)));
    };
  }

  private static MetricSpec f1(JsonNode config) {
    Average average = Average.valueOf(config.get("average").asText().toUpperCase(Locale.ROOT));
    return config.hasNonNull("threshold")
        ? Metrics.f1Score(average, config.get("threshold").asDouble())
        : Metrics.f1Score(average);
  }

  private static Decision decision(JsonNode config) {
    Decision decision =
        config.hasNonNull("top_k")
            ? Decision.top(config.get("top_k").asInt())
            : Decision.above(config.path("thresholds").asDouble(0.5));
    return config.hasNonNull("class_id")
        ? decision.ofClass(config.get("class_id").asInt())
        : decision;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithKeras(String name, JsonNode which) {
    JsonNode first = which.get("batches").get(0);
    boolean classes = isInteger(first.get("y_true"));
    int width =
        which.get("config").has("num_classes")
            ? which.get("config").get("num_classes").asInt()
            : first.get("y_pred").get("shape").get(1).asInt();
    MetricState state = metric(which).start(TensorType.float32(Shape.of(width)), classes);
    for (JsonNode batch : which.get("batches")) {
      state.update(observations(batch, width));
    }
    assertThat(state.value()).isCloseTo(which.get("result").asDouble(), within(1e-5));
  }

  private static Observations observations(JsonNode batch, int width) {
    JsonNode given = batch.get("y_pred");
    FloatBuffer predictions =
        isInteger(given) ? oneHot(given, width) : FloatBuffer.wrap(GoldenFiles.floats(given));
    JsonNode expected = batch.get("y_true");
    Buffer labels =
        isInteger(expected) ? ints(expected) : FloatBuffer.wrap(GoldenFiles.floats(expected));
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
