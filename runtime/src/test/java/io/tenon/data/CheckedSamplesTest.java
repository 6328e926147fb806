package io.tenon.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.ActivationFunction;
import io.tenon.DataType;
import io.tenon.Loss;
import io.tenon.graph.Graph;
import io.tenon.layer.Activation;
import io.tenon.layer.Concatenate;
import io.tenon.loss.LossFunction;
import io.tenon.loss.Losses;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class CheckedSamplesTest {
  private static final Map<String, LossFunction> SPARSE =
      Map.of("classes", Losses.of(Loss.SPARSE_CATEGORICAL_CROSSENTROPY));

  private static Graph pictures() {
    return Graph.builder("Pictures")
        .input("picture", "8 8 1")
        .layer("active", new Activation.Spec(ActivationFunction.RELU), "picture")
        .output("active", Loss.MEAN_SQUARED_ERROR)
        .build();
  }

  private static Graph rows() {
    return Graph.builder("Rows")
        .input("row", "3")
        .layer("classes", new Activation.Spec(ActivationFunction.SOFTMAX), "row")
        .output("classes")
        .build();
  }

  private static Graph sequences() {
    return Graph.builder("Sequences")
        .input("first", "time 2")
        .input("second", "time 3")
        .layer("both", new Concatenate.Spec(-1), "first", "second")
        .output("both")
        .build();
  }

  @Test
  void refusesAnotherShapeAndTellsHowToReshape() {
    assertThatThrownBy(() -> CheckedSamples.of(pictures(), Map.of("picture", Nd4j.zeros(5, 64))))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Pictures.picture: expected (samples, 8, 8, 1), found (5, 64). The elements would fit:"
                + " array.reshape(5, 8, 8, 1)");
  }

  @Test
  void refusesASingleSampleWithoutItsFirstAxis() {
    assertThatThrownBy(() -> CheckedSamples.of(pictures(), Map.of("picture", Nd4j.zeros(8, 8, 1))))
        .hasMessage(
            "Pictures.picture: expected (samples, 8, 8, 1), found (8, 8, 1). A single sample needs"
                + " a first axis of 1: array.reshape(1, 8, 8, 1)");
  }

  @Test
  void refusesOtherNumbersOfSamples() {
    Samples samples =
        Samples.builder()
            .input("row", Nd4j.zeros(4, 3))
            .label("classes", Nd4j.zeros(DataTypes.INT, 5))
            .build();
    assertThatThrownBy(() -> CheckedSamples.of(rows(), samples, SPARSE))
        .hasMessage("Rows: classes has 5 samples, but row has 4; every array needs as many");
  }

  @Test
  void refusesAClassOutsideTheRange() {
    Samples samples =
        Samples.builder()
            .input("row", Nd4j.zeros(3, 3))
            .label("classes", Nd4j.createFromArray(0, 2, 3))
            .build();
    assertThatThrownBy(() -> CheckedSamples.of(rows(), samples, SPARSE))
        .hasMessage("Rows.classes: sample 2 has class 3, but the classes are 0 to 2");
  }

  @Test
  void refusesRowsWhereClassNumbersAreExpected() {
    Samples samples =
        Samples.builder().input("row", Nd4j.zeros(3, 3)).label("classes", Nd4j.zeros(3, 3)).build();
    assertThatThrownBy(() -> CheckedSamples.of(rows(), samples, SPARSE))
        .hasMessage(
            "Rows.classes: SPARSE_CATEGORICAL_CROSSENTROPY labels are class numbers, found rows of"
                + " 3; give the number of the class, or use CATEGORICAL_CROSSENTROPY");
  }

  @Test
  void takesAColumnOfClassNumbers() {
    Samples samples =
        Samples.builder()
            .input("row", Nd4j.zeros(3, 3))
            .label("classes", Nd4j.createFromArray(new int[][] {{0}, {1}, {2}}))
            .build();
    assertThat(CheckedSamples.of(rows(), samples, SPARSE).labels().get("classes").shape())
        .containsExactly(3);
  }

  @Test
  void namesAMissingAndAnUnknownArray() {
    assertThatThrownBy(() -> CheckedSamples.of(rows(), Map.of()))
        .hasMessage("Rows: the input \"row\" is missing");
    assertThatThrownBy(() -> CheckedSamples.of(rows(), Map.of("rows", Nd4j.zeros(1, 3))))
        .hasMessage("Rows has no input \"rows\". Did you mean \"row\"?");
  }

  @Test
  void learnsTheSizeOfANamedAxis() {
    CheckedSamples checked =
        CheckedSamples.of(
            sequences(), Map.of("first", Nd4j.zeros(2, 7, 2), "second", Nd4j.zeros(2, 7, 3)));
    assertThat(checked.graph().node("both").type().shape().sizes()).containsExactly(7, 5);
  }

  @Test
  void refusesTwoSizesOfOneNamedAxis() {
    assertThatThrownBy(
            () ->
                CheckedSamples.of(
                    sequences(),
                    Map.of("first", Nd4j.zeros(2, 7, 2), "second", Nd4j.zeros(2, 6, 3))))
        .hasMessage(
            "Sequences.second: expected (samples, time, 3), found (2, 6, 3); time is 7 in first");
  }

  @Test
  void sharesMemoryWithRowMajorArraysAndCopiesOthers() {
    INDArray rows = Nd4j.zeros(4, 3);
    assertThat(CheckedSamples.of(rows(), Map.of("row", rows)).inputs().get("row")).isSameAs(rows);
    INDArray transposed = Nd4j.rand(3, 4).transpose();
    INDArray checked = CheckedSamples.of(rows(), Map.of("row", transposed)).inputs().get("row");
    assertThat(checked.ordering()).isEqualTo('c');
    assertThat(checked).isEqualTo(transposed);
  }

  @Test
  void batchesComeFromTheRightRowsOfAView() {
    INDArray all = Nd4j.arange(30).reshape(10, 3).castTo(DataTypes.FLOAT);
    INDArray view = all.get(NDArrayIndex.interval(4, 10), NDArrayIndex.all());
    CheckedSamples samples = CheckedSamples.of(rows(), Map.of("row", view)).range(1, 6);
    INDArray buffer = Nd4j.zeros(DataTypes.FLOAT, 2, 3);
    Batches batches = Batches.ofInputs(samples, name -> buffer);
    batches.copy(new int[] {4, 0, 3, 1}, 1, 2);
    assertThat(buffer.toFloatMatrix()).isDeepEqualTo(new float[][] {{15, 16, 17}, {24, 25, 26}});
    batches.copy(2, 2);
    assertThat(buffer.toFloatMatrix()).isDeepEqualTo(new float[][] {{21, 22, 23}, {24, 25, 26}});
  }

  @Test
  void labelsOfSparseLossLackTheLastAxis() {
    Graph graph = rows();
    assertThat(CheckedSamples.classNumbers(graph.node("classes").type()).dataType())
        .isEqualTo(DataType.INT32);
  }

  /** ND4J's names of types, where the test also uses Tenon's. */
  private static final class DataTypes {
    static final org.nd4j.linalg.api.buffer.DataType INT =
        org.nd4j.linalg.api.buffer.DataType.INT32;
    static final org.nd4j.linalg.api.buffer.DataType FLOAT =
        org.nd4j.linalg.api.buffer.DataType.FLOAT;
  }
}
