package io.tenon.preprocessing.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.DataType;
import io.tenon.data.DataException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SequencesTest {
  private static final int[][] RAGGED = {{1}, {2, 3}, {4, 5, 6}};

  @Test
  void cutsAndFillsAtTheSidesAskedFor() {
    INDArray padded =
        Sequences.padSequences(
            RAGGED, pad -> pad.maxlen(2).padding(Side.POST).truncating(Side.POST).value(9));
    assertThat(padded.toIntMatrix()).isDeepEqualTo(new int[][] {{1, 9}, {2, 3}, {4, 5}});
    assertThat(padded.dataType()).isEqualTo(org.nd4j.linalg.api.buffer.DataType.INT32);
  }

  @Test
  void givesFloatsWhereAskedOrWhereSequencesAreFloats() {
    INDArray asked = Sequences.padSequences(RAGGED, pad -> pad.dtype(DataType.FLOAT32).value(-0.5));
    assertThat(asked.toFloatMatrix())
        .isDeepEqualTo(new float[][] {{-0.5f, -0.5f, 1}, {-0.5f, 2, 3}, {4, 5, 6}});
    INDArray floats = Sequences.padSequences(new float[][] {{0.5f}, {1.5f, 2.5f}});
    assertThat(floats.toFloatMatrix()).isDeepEqualTo(new float[][] {{0, 0.5f}, {1.5f, 2.5f}});
    INDArray cut =
        Sequences.padSequences(new float[][] {{0.9f}, {1.9f}}, pad -> pad.dtype(DataType.INT32));
    assertThat(cut.toIntMatrix()).isDeepEqualTo(new int[][] {{0}, {1}});
  }

  @Test
  void padsSequencesOfVectors() {
    INDArray one = Nd4j.createFromArray(new float[][] {{1, 2}});
    INDArray three = Nd4j.createFromArray(new float[][] {{3, 4}, {5, 6}, {7, 8}});
    INDArray padded = Sequences.padSequences(List.of(one, three), pad -> pad.maxlen(2));
    assertThat(padded.shape()).containsExactly(2, 2, 2);
    assertThat(padded.dup('c').data().asFloat()).containsExactly(0, 0, 1, 2, 5, 6, 7, 8);
  }

  @Test
  void refusesWhatCannotBePadded() {
    assertThatThrownBy(() -> Sequences.padSequences(new int[0][]))
        .isInstanceOf(DataException.class)
        .hasMessage("there are no sequences to pad");
    assertThatThrownBy(() -> Sequences.padSequences(new int[2][0]))
        .hasMessage("all 2 sequences are empty; give maxlen to pad them");
    assertThatThrownBy(() -> Sequences.padSequences(RAGGED, pad -> pad.maxlen(-3)))
        .hasMessage("maxlen must be 1 or more, found -3");
    assertThatThrownBy(() -> Sequences.padSequences(RAGGED, pad -> pad.value(0.5)))
        .hasMessage("value 0.5 is no 32-bit whole number; give dtype(FLOAT32) or another value");
    assertThatThrownBy(() -> Sequences.padSequences(List.of(Nd4j.ones(2, 3), Nd4j.ones(2, 4))))
        .hasMessage("sequence 1 has elements of shape [4], but sequence 0 of [3]; they must agree");
  }

  @Property(tries = 200)
  void paddingKeepsTheEndOfEachSequence(
      @ForAll @Size(min = 1, max = 8) List<@Size(max = 9) List<Integer>> sequences,
      @ForAll @IntRange(min = 1, max = 12) int maxlen) {
    int[][] ragged =
        sequences.stream()
            .map(sequence -> sequence.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    int[][] padded = Sequences.padSequences(ragged, pad -> pad.maxlen(maxlen)).toIntMatrix();
    for (int i = 0; i < ragged.length; i++) {
      int kept = Math.min(maxlen, ragged[i].length);
      int[] expected = new int[maxlen];
      System.arraycopy(ragged[i], ragged[i].length - kept, expected, maxlen - kept, kept);
      assertThat(padded[i]).isEqualTo(expected);
    }
  }

  @Test
  void cutsALongSequenceIntoWindows() {
    INDArray series = Nd4j.createFromArray(0, 1, 2, 3, 4, 5, 6);
    assertThat(Sequences.slidingWindows(series, 3, 2).toIntMatrix())
        .isDeepEqualTo(new int[][] {{0, 1, 2}, {2, 3, 4}, {4, 5, 6}});
    assertThat(Sequences.slidingWindows(series.reshape(7, 1), 6).shape()).containsExactly(2, 6, 1);
    assertThat(Sequences.slidingWindows(series, 7).toIntMatrix())
        .isDeepEqualTo(new int[][] {{0, 1, 2, 3, 4, 5, 6}});
  }

  @Test
  void refusesAWindowLongerThanTheSeries() {
    INDArray series = Nd4j.createFromArray(0, 1, 2);
    assertThatThrownBy(() -> Sequences.slidingWindows(series, 4))
        .isInstanceOf(DataException.class)
        .hasMessage("a window of 4 steps is longer than the series of 3; give a shorter one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sequences.slidingWindows(series, 2, 0))
        .withMessage("stride must be 1 or more, found 0");
  }

  @Test
  void samplingTableNeedsASizeAndAFactor() {
    assertThat(Sequences.makeSamplingTable(1).toDoubleVector()).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sequences.makeSamplingTable(0))
        .withMessage("size must be 1 or more, found 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sequences.makeSamplingTable(3, 0))
        .withMessage("samplingFactor must be above 0 and finite, found 0.0");
  }

  @Test
  void samplingTableNeverPassesOne() {
    assertThat(Sequences.makeSamplingTable(50, 1e3).toDoubleVector()).isEqualTo(filled(50, 1));
  }

  private static double[] filled(int size, double value) {
    double[] values = new double[size];
    Arrays.fill(values, value);
    return values;
  }
}
