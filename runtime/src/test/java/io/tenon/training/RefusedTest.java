package io.tenon.training;

import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.dsl.Layers.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.data.DataException;
import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import io.tenon.metric.Metrics;
import io.tenon.network.Network;
import io.tenon.network.NetworkBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a training refuses before its first step, with the whole message. */
class RefusedTest {
  private static NetworkBuilder sides() {
    Graph graph =
        Graph.builder("Sides")
            .input("point", "2")
            .layer("side", dense(3).activation(SOFTMAX), "point")
            .output("side", Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
            .build();
    return Network.builder(graph).seed(1);
  }

  private static Samples samples(int count) {
    return Samples.builder()
        .input("point", new float[count][2])
        .label("side", new int[count])
        .build();
  }

  private static void refused(
      Samples samples, Consumer<? super FitOptions> options, String message) {
    try (Network network = sides().build()) {
      float[] before = network.layer("side").weight("kernel").dup('c').data().asFloat();
      assertThatThrownBy(() -> network.fit(samples, options))
          .isInstanceOf(DataException.class)
          .hasMessage(message);
      assertThat(network.layer("side").weight("kernel").dup('c').data().asFloat())
          .isEqualTo(before);
    }
  }

  @Test
  void aBatchLargerThanTheData() {
    refused(
        samples(100),
        fit -> fit.batchSize(128),
        "Sides: a batchSize of 128 is more than the 100 samples to train on; set 100 or less");
    refused(
        samples(100),
        fit -> fit.batchSize(95).validationSplit(0.1),
        "Sides: a batchSize of 95 is more than the 90 samples to train on (10 of 100 validate); set"
            + " 90 or less");
  }

  @Test
  void fewerSamplesThanTheDefaultBatchAreOneBatch() {
    try (Network network = sides().build()) {
      assertThat(network.fit(samples(5), fit -> fit.verbose(Verbosity.SILENT)).size()).isEqualTo(1);
    }
  }

  @Test
  void aSplitThatLeavesNothing() {
    refused(
        samples(5),
        fit -> fit.validationSplit(0.999),
        "Sides: a validationSplit of 0.999 leaves none of 5 samples to train on");
    refused(
        samples(1),
        fit -> fit.validationSplit(0.5),
        "Sides: a validationSplit of 0.5 leaves none of 1 sample to train on");
    assertThatThrownBy(() -> new FitOptions().validationSplit(1))
        .hasMessage("validationSplit must be 0 or more and less than 1, found 1.0");
  }

  @Test
  void theSplitIsKerass() {
    // Keras keeps floor(10 * 0.75) = 7 to train on.
    refused(
        samples(10),
        fit -> fit.batchSize(8).validationSplit(0.25),
        "Sides: a batchSize of 8 is more than the 7 samples to train on (3 of 10 validate); set 7"
            + " or less");
  }

  @Test
  void noSamples() {
    refused(samples(0), fit -> {}, "Sides.point: there are no samples, its shape is (0, 0)");
  }

  @Test
  void validationDataThatDoesNotFit() {
    refused(
        samples(4),
        fit ->
            fit.validationData(
                Samples.builder()
                    .input("point", new float[2][2])
                    .label("side", new int[] {0, 3})
                    .build()),
        "validationData of Sides.side: sample 1 has class 3, but the classes are 0 to 2");
  }

  @Test
  void namesThatAreUnknown() {
    refused(
        Samples.builder().input("points", new float[2][2]).label("side", new int[2]).build(),
        fit -> {},
        "Sides has no input \"points\". Did you mean \"point\"?");
    refused(
        Samples.builder().input("point", new float[2][2]).label("sides", new int[2]).build(),
        fit -> {},
        "Sides has no label \"sides\". Did you mean \"side\"?");
    assertThatThrownBy(() -> sides().metrics("sid", Metric.ACCURACY))
        .hasMessage("Sides has no output \"sid\". Did you mean \"side\"?");
    try (Network network = sides().build()) {
      assertThatThrownBy(() -> network.layer("sode"))
          .hasMessageContaining("Did you mean \"side\"?");
      assertThatThrownBy(() -> network.predict(Map.of()))
          .hasMessage("Sides: the input \"point\" is missing");
    }
  }

  @Test
  void metricsThatDoNotFitTheirOutput() {
    assertThatThrownBy(() -> sides().metrics("side", Metric.PRECISION).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Sides.side: precision compares numbers, but the labels are class numbers; use"
                + " ACCURACY");
    assertThatThrownBy(
            () -> sides().metrics("side", List.of(Metrics.topKCategoricalAccuracy(3))).build())
        .hasMessage(
            "Sides.side: top_k_categorical_accuracy: the right one is always among the largest 3 of"
                + " 3 classes; use topKCategoricalAccuracy with a smaller k");
    assertThatThrownBy(
            () ->
                sides()
                    .loss("side", Loss.CATEGORICAL_CROSSENTROPY)
                    .metrics("side", Metric.SPARSE_CATEGORICAL_ACCURACY)
                    .build())
        .hasMessage(
            "Sides.side: sparse_categorical_accuracy reads class numbers, but the labels are rows"
                + " like the output's; use ACCURACY");
    assertThatThrownBy(
            () -> sides().loss("side", Loss.NONE).metrics("side", Metric.ACCURACY).build())
        .hasMessage(
            "Sides.side has no loss, so there are no labels to measure it by; give it one, or no"
                + " metrics");
  }
}
