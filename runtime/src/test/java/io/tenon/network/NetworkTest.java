package io.tenon.network;

import static io.tenon.optimizer.Optimizers.adam;
import static io.tenon.optimizer.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.data.DataException;
import io.tenon.data.Samples;
import io.tenon.metric.MetricState;
import io.tenon.metric.Metrics;
import io.tenon.metric.Observations;
import io.tenon.training.History;
import io.tenon.training.NonFiniteLossException;
import io.tenon.training.Verbosity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class NetworkTest {
  private static Network points(long seed) {
    return Network.builder(Graphs.points()).optimizer(adam(0.01)).seed(seed).build();
  }

  private static History fit(Network network, Samples samples) {
    return network.fit(samples, fit -> fit.epochs(30).batchSize(32).verbose(Verbosity.SILENT));
  }

  @Test
  void learnsAndGeneralizes() {
    try (Network network = points(1)) {
      History history = fit(network, Graphs.pointSamples(500, 1));
      assertThat(history.last("loss")).isLessThan(history.values("loss").get(0) / 2);
      Map<String, Double> scores = network.evaluate(Graphs.pointSamples(300, 2));
      assertThat(scores).containsOnlyKeys("loss", "accuracy");
      assertThat(scores.get("accuracy")).isGreaterThan(0.9);
    }
  }

  @Test
  void theSameSeedGivesTheSameWeightsBitForBit() {
    Samples samples = Graphs.pointSamples(130, 1);
    List<INDArray> kernels = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      try (Network network = points(5)) {
        fit(network, samples);
        kernels.add(network.layer("hidden").weight("kernel"));
      }
    }
    assertThat(kernels.get(0).data().asFloat()).isEqualTo(kernels.get(1).data().asFloat());
  }

  @Test
  void anotherSeedGivesOtherWeights() {
    try (Network one = points(5);
        Network other = points(6)) {
      assertThat(one.layer("hidden").weight("kernel"))
          .isNotEqualTo(other.layer("hidden").weight("kernel"));
    }
  }

  @Test
  void fitGoesOnWhereTheLastOneEnded() {
    Samples samples = Graphs.pointSamples(128, 1);
    try (Network once = points(3);
        Network twice = points(3)) {
      once.fit(samples, fit -> fit.epochs(4).verbose(Verbosity.SILENT));
      twice.fit(samples, fit -> fit.epochs(4).verbose(Verbosity.SILENT));
      twice.fit(samples, fit -> fit.epochs(4).verbose(Verbosity.SILENT));
      assertThat(twice.evaluate(samples).get("loss"))
          .isLessThan(once.evaluate(samples).get("loss"));
    }
  }

  @Test
  void validationIsMeasuredOnWhatTrainingDoesNotSee() {
    try (Network network = points(1)) {
      History history =
          network.fit(
              Graphs.pointSamples(100, 1),
              fit -> fit.epochs(2).validationSplit(0.2).verbose(Verbosity.SILENT));
      assertThat(history.names()).containsExactly("loss", "accuracy", "val_loss", "val_accuracy");
      Samples all = Graphs.pointSamples(100, 1);
      Samples last =
          Samples.builder()
              .input("point", rows(all.inputs().get("point"), 80, 100))
              .label("side", rows(all.labels().get("side"), 80, 100))
              .build();
      assertThat(network.evaluate(last).get("loss"))
          .isCloseTo(history.last("val_loss"), within(1e-6));
    }
  }

  private static INDArray rows(INDArray array, int from, int to) {
    return array.get(NDArrayIndex.interval(from, to)).dup();
  }

  @Test
  void severalOutputsAreScoredEach() {
    try (Network network = Network.builder(Graphs.branches()).seed(1).build()) {
      Samples samples =
          Samples.builder()
              .input("picture", Nd4j.rand(DataType.FLOAT, 10, 6, 6, 1))
              .input("extra", Nd4j.rand(DataType.FLOAT, 10, 3))
              .label("early", Nd4j.rand(DataType.FLOAT, 10, 2))
              .label(
                  "late",
                  Nd4j.eye(3).castTo(DataType.FLOAT).repeat(0, 4).get(NDArrayIndex.interval(0, 10)))
              .build();
      network.fit(samples, fit -> fit.batchSize(4).verbose(Verbosity.SILENT));
      Map<String, Double> scores = network.evaluate(samples);
      assertThat(scores)
          .containsOnlyKeys(
              "loss", "early_loss", "late_loss", "early_mean_absolute_error", "late_accuracy");
      assertThat(scores.get("loss"))
          .isCloseTo(0.5 * scores.get("early_loss") + scores.get("late_loss"), within(1e-5));
      INDArray[] both =
          network.predict(samples.inputs().get("picture"), samples.inputs().get("extra"));
      assertThat(both[0].shape()).containsExactly(10, 2);
      assertThat(both[1].shape()).containsExactly(10, 3);
      assertThat(network.predict(samples.inputs()).get("late")).isEqualTo(both[1]);
    }
  }

  @Test
  void predictsAnyNumberOfSamplesAsItPredictsEach() {
    try (Network network = points(1)) {
      INDArray points = Graphs.pointSamples(600, 4).inputs().get("point");
      INDArray all = network.predict(points)[0];
      assertThat(all.shape()).containsExactly(600, 2);
      for (int i : new int[] {0, 255, 256, 599}) {
        INDArray one = network.predict(rows(points, i, i + 1))[0];
        assertThat(one.getFloat(0, 1)).isCloseTo(all.getFloat(i, 1), within(1e-6f));
      }
    }
  }

  @Test
  void predictsFromManyThreads() throws Exception {
    try (Network network = points(1)) {
      INDArray points = Graphs.pointSamples(50, 4).inputs().get("point");
      INDArray expected = network.predict(points)[0];
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Future<INDArray>> results = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        results.add(threads.submit(() -> network.predict(points)[0]));
      }
      for (Future<INDArray> result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
      threads.shutdown();
    }
  }

  @Test
  void aLossThatIsNotFiniteStopsTrainingAndNamesTheLayer() {
    try (Network network = points(1)) {
      INDArray kernel = network.layer("hidden").weight("kernel");
      network.layer("hidden").setWeights(kernel, Nd4j.valueArrayOf(16, Float.POSITIVE_INFINITY));
      assertThatThrownBy(() -> fit(network, Graphs.pointSamples(64, 1)))
          .isInstanceOf(NonFiniteLossException.class)
          .hasMessage(
              "Points: the loss became NaN in epoch 1, step 1; hidden is the first to hold a value"
                  + " that is not finite. Try a smaller learning rate, and look for NaN, infinite"
                  + " or very large values in the samples");
    }
  }

  @Test
  void stepsThatAreTooLargeStopTraining() {
    try (Network network = Network.builder(Graphs.points()).optimizer(sgd(1e38)).seed(1).build()) {
      assertThatThrownBy(() -> fit(network, Graphs.pointSamples(64, 1)))
          .isInstanceOf(NonFiniteLossException.class)
          .hasMessageContaining("step 2; ");
    }
  }

  @Test
  void aModelWithoutLossSaysSoBeforeAnyWork() {
    try (Network network =
        Network.builder(Graphs.points()).loss("side", Loss.NONE).seed(1).build()) {
      assertThatThrownBy(() -> network.fit(Graphs.pointSamples(4, 1)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "Points has no loss, so there is nothing to train or measure: write @Output(loss ="
                  + " ...) on side, or name one when building the model");
    }
  }

  @Test
  void wrongNumberOfInputsIsRefused() {
    try (Network network = points(1)) {
      assertThatThrownBy(() -> network.predict(Nd4j.zeros(1, 2), Nd4j.zeros(1, 2)))
          .isInstanceOf(DataException.class)
          .hasMessage("Points reads point, found 2 arrays");
    }
  }

  @Test
  void unknownOutputOfTheBuilderIsRefused() {
    assertThatThrownBy(() -> Network.builder(Graphs.points()).metrics("sid", Metric.ACCURACY))
        .hasMessage("Points has no output \"sid\". Did you mean \"side\"?");
  }

  @Test
  void reportsMetricsThatAreToldMoreClosely() {
    try (Network network =
        Network.builder(Graphs.points())
            .metrics("side", List.of(Metrics.custom("rows", RowCount::new)))
            .seed(1)
            .build()) {
      assertThat(network.evaluate(Graphs.pointSamples(300, 1)))
          .containsOnlyKeys("loss", "rows")
          .containsEntry("rows", 300.0);
    }
  }

  /** A metric of one's own. */
  private static final class RowCount implements MetricState {
    private double rows;

    @Override
    public void reset() {
      rows = 0;
    }

    @Override
    public void update(Observations batch) {
      rows += batch.rows();
    }

    @Override
    public double value() {
      return rows;
    }
  }
}
