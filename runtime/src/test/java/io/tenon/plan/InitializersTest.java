package io.tenon.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenon.Initializer;
import io.tenon.Initializer.Kind;
import io.tenon.layer.WeightSpec;
import io.tenon.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitializersTest {
  private static float[] draw(Kind kind, long... shape) {
    return Initializers.draw(
        WeightSpec.trainable("kernel", Shape.of(shape), Initializer.Spec.of(kind)), 1, "a/kernel");
  }

  private static double deviation(float[] values) {
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    double mean = sum / values.length;
    return Math.sqrt(squares / values.length - mean * mean);
  }

  /** Deviations by the formulas of the papers, for 200 inputs and 100 outputs. */
  @ParameterizedTest
  @CsvSource({
    "GLOROT_UNIFORM, 0.08165",
    "GLOROT_NORMAL, 0.08165",
    "HE_UNIFORM, 0.1",
    "HE_NORMAL, 0.1",
    "LECUN_UNIFORM, 0.07071",
    "LECUN_NORMAL, 0.07071",
    "RANDOM_NORMAL, 0.05",
    "RANDOM_UNIFORM, 0.02887",
    "TRUNCATED_NORMAL, 0.04398",
    "VARIANCE_SCALING, 0.07071"
  })
  void hasTheDeviationOfItsFormula(Kind kind, double expected) {
    assertThat(deviation(draw(kind, 200, 100))).isCloseTo(expected, within(expected * 0.03));
  }

  @Test
  void aConvolutionCountsItsReceptiveField() {
    // fan-in 3 * 3 * 20, fan-out 3 * 3 * 60: variance 2 / (180 + 540)
    assertThat(deviation(draw(Kind.GLOROT_UNIFORM, 3, 3, 20, 60)))
        .isCloseTo(Math.sqrt(2 / 720.0), within(0.001));
  }

  @Test
  void orthogonalColumnsAreOrthonormal() {
    float[] values = draw(Kind.ORTHOGONAL, 6, 4);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double product = 0;
        for (int row = 0; row < 6; row++) {
          product += values[row * 4 + i] * (double) values[row * 4 + j];
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-5));
      }
    }
  }

  @Test
  void identityZerosAndOnes() {
    assertThat(draw(Kind.IDENTITY, 2, 3)).containsExactly(1, 0, 0, 0, 1, 0);
    assertThat(draw(Kind.ZEROS, 3)).containsOnly(0);
    assertThat(draw(Kind.ONES, 3)).containsOnly(1);
  }
}
