package io.tenon.data;

import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.embedding;
import static io.tenon.dsl.Layers.flatten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.Loss;
import io.tenon.graph.Graph;
import io.tenon.loss.LossFunction;
import io.tenon.loss.Losses;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Values that do not fit are refused by sample and place. */
class ValueCheckTest {
  private static final INDArray ROWS = Nd4j.ones(DataType.FLOAT, 4, 3);

  private static final Graph CLASSES =
      Graph.builder("Rows")
          .input("row", "3")
          .layer("classes", dense(3), "row")
          .output("classes")
          .build();

  private static CheckedSamples check(Loss loss, INDArray rows, INDArray labels) {
    return check(Losses.of(loss), rows, labels);
  }

  private static CheckedSamples check(LossFunction loss, INDArray rows, INDArray labels) {
    Samples samples = Samples.builder().input("row", rows).label("classes", labels).build();
    return CheckedSamples.of(CLASSES, samples, Map.of("classes", loss));
  }

  private static INDArray with(long row, long column, double value) {
    return Nd4j.ones(DataType.FLOAT, 4, 3).putScalar(row, column, value);
  }

  @Test
  void refusesNaNAndInfiniteInputs() {
    assertThatThrownBy(() -> check(Loss.MEAN_SQUARED_ERROR, with(2, 1, Double.NaN), ROWS))
        .isInstanceOf(DataException.class)
        .hasMessage("Rows.row: sample 2 is NaN at [1]; mend or leave out such samples");
    assertThatThrownBy(
            () -> check(Loss.MEAN_SQUARED_ERROR, with(3, 0, Double.NEGATIVE_INFINITY), ROWS))
        .hasMessage("Rows.row: sample 3 is infinite at [0]; mend or leave out such samples");
  }

  @Test
  void refusesNaNLabels() {
    assertThatThrownBy(() -> check(Loss.MEAN_SQUARED_ERROR, ROWS, with(0, 2, Double.NaN)))
        .hasMessage("Rows.classes: sample 0 is NaN at [2]; mend or leave out such samples");
  }

  @Test
  void findsTheFirstBadValueOfALargeArray() {
    INDArray large = Nd4j.ones(DataType.FLOAT, 20_000, 3);
    large.putScalar(13_000, 2, Double.NaN);
    INDArray labels = Nd4j.ones(DataType.FLOAT, 20_000, 3);
    assertThatThrownBy(() -> check(Loss.MEAN_SQUARED_ERROR, large, labels))
        .hasMessage("Rows.row: sample 13000 is NaN at [2]; mend or leave out such samples");
  }

  @Test
  void refusesClassNumbersWhereRowsAreExpected() {
    String message =
        "Rows.classes: CATEGORICAL_CROSSENTROPY labels are rows of 3, one for each class, found"
            + " class numbers; use SPARSE_CATEGORICAL_CROSSENTROPY, or give"
            + " Labels.toCategorical(numbers, 3)";
    assertThatThrownBy(
            () -> check(Loss.CATEGORICAL_CROSSENTROPY, ROWS, Nd4j.createFromArray(0, 1, 2, 0)))
        .hasMessage(message);
    assertThatThrownBy(
            () -> check(Loss.CATEGORICAL_CROSSENTROPY, ROWS, Nd4j.ones(DataType.FLOAT, 4, 1)))
        .hasMessage(message);
  }

  @Test
  void refusesLabelsThatAreNoProbabilities() {
    assertThatThrownBy(() -> check(Loss.BINARY_CROSSENTROPY, ROWS, with(1, 2, 2)))
        .hasMessage(
            "Rows.classes: sample 1 is 2 at [2], but the labels of binary_crossentropy are 0 to 1");
    assertThatThrownBy(() -> check(Loss.CATEGORICAL_CROSSENTROPY, ROWS, with(1, 0, -0.5)))
        .hasMessage(
            "Rows.classes: sample 1 is -0.5 at [0], but the labels of categorical_crossentropy are"
                + " 0 to 1");
  }

  @Test
  void refusesClassNumbersThatAreNotWhole() {
    assertThatThrownBy(
            () ->
                check(
                    Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
                    ROWS,
                    Nd4j.createFromArray(0f, 1f, 0.5f, 2f)))
        .hasMessage("Rows.classes: sample 2 is 0.5, but class numbers are whole numbers");
  }

  @Test
  void refusesAClassOutsideTheRangeButForTheIgnoredOne() {
    INDArray numbers = Nd4j.createFromArray(0, 1, -1, 2);
    assertThatThrownBy(() -> check(Loss.SPARSE_CATEGORICAL_CROSSENTROPY, ROWS, numbers))
        .hasMessage("Rows.classes: sample 2 has class -1, but the classes are 0 to 2");
    assertThat(
            check(Losses.sparseCategoricalCrossentropy().withIgnoredClass(-1), ROWS, numbers)
                .count())
        .isEqualTo(4);
  }

  @Test
  void refusesTokensThatATableDoesNotHave() {
    Graph words =
        Graph.builder("Words")
            .input("title", "2", io.tenon.DataType.INT32)
            .layer("vectors", embedding(10, 4), "title")
            .layer("flat", flatten(), "vectors")
            .output("flat")
            .build();
    INDArray tokens = Nd4j.createFromArray(new int[][] {{0, 9}, {3, 10}});
    assertThatThrownBy(() -> CheckedSamples.of(words, Map.of("title", tokens)))
        .hasMessage("Words.title: sample 1 is 10 at [1], but the tokens of vectors are 0 to 9");
    INDArray halves = Nd4j.createFromArray(new float[][] {{0, 1.5f}});
    assertThatThrownBy(() -> CheckedSamples.of(words, Map.of("title", halves)))
        .hasMessage(
            "Words.title: sample 0 is 1.5 at [1], but int32 inputs and labels are whole numbers");
  }

  @Test
  void refusesNoSamples() {
    assertThatThrownBy(
            () -> CheckedSamples.of(CLASSES, Map.of("row", Nd4j.create(DataType.FLOAT, 0, 3))))
        .isInstanceOf(DataException.class)
        .hasMessage("Rows.row: there are no samples, its shape is (0, 3)");
  }

  @Test
  void oneLabelASampleFitsASingleUnit() {
    Graph line =
        Graph.builder("Line").input("x", "3").layer("y", dense(1), "x").output("y").build();
    Samples samples =
        Samples.builder().input("x", ROWS).label("y", Nd4j.ones(DataType.FLOAT, 4)).build();
    assertThat(
            CheckedSamples.of(line, samples, Map.of("y", Losses.of(Loss.MEAN_SQUARED_ERROR)))
                .labels()
                .get("y")
                .shape())
        .containsExactly(4, 1);
  }

  @Test
  void classNumbersBecomeOneHotRows() {
    assertThat(Labels.toCategorical(new int[] {2, 0}, 3).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{0, 0, 1}, {1, 0, 0}});
    assertThatThrownBy(() -> Labels.toCategorical(Nd4j.createFromArray(1, 3), 3))
        .isInstanceOf(DataException.class)
        .hasMessage("sample 1 has class 3, but the classes are 0 to 2");
  }
}
