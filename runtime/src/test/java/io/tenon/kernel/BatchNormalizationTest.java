package io.tenon.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenon.DataType;
import io.tenon.dsl.Layers;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.WeightSpec;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Batch normalization while it trains on steps of which some do not count. */
class BatchNormalizationTest {
  private static final LayerSpec SPEC = Layers.batchNormalization().momentum(0.75).get();

  /** Two samples of three steps; what does not count is far away from what does. */
  private static final INDArray SERIES =
      Nd4j.create(new float[] {1, 10, 3, 20, 900, 900, 5, 60, -900, 900, 900, -900}, 2, 3, 2);

  private static final INDArray COUNTS = Nd4j.create(new float[] {1, 1, 0, 1, 0, 0}, 2, 3);

  private static LayerRun run() {
    LayerRun run = new LayerRun(SPEC, DataType.FLOAT32, true, new long[] {2, 3, 2});
    run.input(0).assign(SERIES);
    run.mask(0).assign(COUNTS);
    weight(run, "gamma").assign(1);
    weight(run, "moving_mean").assign(8);
    weight(run, "moving_variance").assign(4);
    return run;
  }

  private static INDArray weight(LayerRun run, String name) {
    WeightSpec spec =
        run.node().weights().stream().filter(each -> each.name().equals(name)).findFirst().get();
    return run.weight(spec);
  }

  @Test
  void stepsThatDoNotCountHaveNoPartInTheStatistics() {
    try (LayerRun run = run()) {
      INDArray found = run.forwardInTraining();

      // 1, 3, 5 have mean 3 and variance 8 / 3; 10, 20, 60 mean 30 and variance 1400 / 3.
      assertThat(found.getDouble(0, 0, 0)).isCloseTo(-2 / Math.sqrt(8 / 3.0 + 0.001), within(1e-5));
      assertThat(found.getDouble(0, 1, 0)).isCloseTo(0, within(1e-5));
      assertThat(found.getDouble(1, 0, 1))
          .isCloseTo(30 / Math.sqrt(1400 / 3.0 + 0.001), within(1e-5));
      assertThat(weight(run, "moving_mean").toDoubleVector())
          .containsExactly(new double[] {6.75, 13.5}, within(1e-4));
      assertThat(weight(run, "moving_variance").toDoubleVector())
          .containsExactly(new double[] {3 + 2 / 3.0, 3 + 350 / 3.0}, within(1e-3));
    }
  }

  @Test
  void theMovingStatisticsServeElseAndStay() {
    try (LayerRun run = run()) {
      INDArray found = run.forward();

      assertThat(found.getDouble(0, 0, 0)).isCloseTo(-7 / Math.sqrt(4.001), within(1e-5));
      assertThat(weight(run, "moving_mean").toDoubleVector()).containsExactly(8, 8);
      assertThat(weight(run, "moving_variance").toDoubleVector()).containsExactly(4, 4);
    }
  }

  @Test
  void theMaskIsHandedOn() {
    try (LayerRun run = run()) {
      run.forwardInTraining();
      assertThat(run.outputMask()).isEqualTo(COUNTS);
    }
  }
}
