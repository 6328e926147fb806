package io.tenon.examples.digits;

import static io.tenon.optimizer.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenon.Metric;
import io.tenon.data.Dataset;
import io.tenon.loss.Losses;
import io.tenon.metric.Metrics;
import io.tenon.training.FitOptions;
import io.tenon.training.History;
import io.tenon.training.Verbosity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** All that a generated model can be trained, measured and asked with. */
class TypedTrainingTest {
  private final float[][] pixels = new float[40][64];
  private final int[] digits = new int[40];

  TypedTrainingTest() {
    for (int i = 0; i < digits.length; i++) {
      digits[i] = i % 10;
      pixels[i][i % 10] = 1;
    }
  }

  private static DigitsMlpModel model() {
    return DigitsMlpModel.builder()
        .optimizer(sgd(0.1))
        .digitLoss(Losses.sparseCategoricalCrossentropy())
        .digitMetrics(Metrics.of(Metric.ACCURACY), Metrics.topKCategoricalAccuracy(2))
        .seed(1)
        .build();
  }

  private DigitsMlpModel.Samples samples() {
    return DigitsMlpModel.samples().pixels(pixels).digit(digits);
  }

  private List<DigitsMlpModel.Samples> batches() {
    INDArray x = Nd4j.createFromArray(pixels);
    INDArray y = Nd4j.createFromArray(digits);
    return List.of(
        new DigitsMlpModel.Samples(
            x.getRows(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
            Nd4j.createFromArray(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)),
        new DigitsMlpModel.Samples(x, y));
  }

  private static void silent(FitOptions fit) {
    fit.verbose(Verbosity.SILENT);
  }

  @Test
  void trainsOnJavaArraysListsStreamsAndDatasets() {
    try (DigitsMlpModel model = model()) {
      History history =
          model.fit(
              samples(), fit -> fit.epochs(2).validationData(samples()).verbose(Verbosity.SILENT));
      assertThat(history.names())
          .containsExactly(
              "loss",
              "accuracy",
              "top_k_categorical_accuracy",
              "val_loss",
              "val_accuracy",
              "val_top_k_categorical_accuracy");
      assertThat(model.fit(batches(), TypedTrainingTest::silent).size()).isEqualTo(1);
      assertThat(model.fit(batches().stream(), TypedTrainingTest::silent).size()).isEqualTo(1);
      Dataset<DigitsMlpModel.Samples> endless = Dataset.of(batches()).repeat();
      assertThat(
              model
                  .fit(endless, fit -> fit.stepsPerEpoch(5).epochs(3).verbose(Verbosity.SILENT))
                  .last("loss"))
          .isLessThan(history.values("loss").get(0));
      assertThat(
              model
                  .fit(
                      Stream.generate(this::samples),
                      fit -> fit.stepsPerEpoch(2).verbose(Verbosity.SILENT))
                  .size())
          .isEqualTo(1);
    }
  }

  @Test
  void stepsMeasuresAndPredicts() {
    try (DigitsMlpModel model = model()) {
      double before = model.evaluate(samples()).loss();
      assertThat(model.testOnBatch(samples()).loss()).isCloseTo(before, within(1e-6));
      assertThat(model.evaluate(List.of(samples(), samples())).loss())
          .isCloseTo(before, within(1e-6));
      for (int i = 0; i < 20; i++) {
        model.trainOnBatch(samples());
      }
      assertThat(model.evaluate(samples()).loss()).isLessThan(before);
      INDArray expected = model.predict(pixels);
      assertThat(expected.shape()).containsExactly(40, 10);
      assertThat(model.predict(Nd4j.createFromArray(pixels))).isEqualTo(expected);
      assertThat(model.predict(batches()).shape()).containsExactly(50, 10);
      assertThat(model.predictOnBatch(Nd4j.createFromArray(pixels)).equalsWithEps(expected, 1e-6))
          .isTrue();
    }
  }

  @Test
  void samplesMayCountDifferently() {
    INDArray weights = Nd4j.zeros(40);
    weights.putScalar(3, 2);
    try (DigitsMlpModel model = model()) {
      double weighted = model.testOnBatch(samples().sampleWeights(weights)).loss();
      DigitsMlpModel.Samples alone =
          DigitsMlpModel.samples().pixels(new float[][] {pixels[3]}).digit(new int[] {digits[3]});
      // Keras divides by the number of samples, not by their weights.
      assertThat(weighted).isCloseTo(2 * model.testOnBatch(alone).loss() / 40, within(1e-6));
    }
  }
}
