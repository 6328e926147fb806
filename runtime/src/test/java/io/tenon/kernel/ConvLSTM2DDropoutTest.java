package io.tenon.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenon.ActivationFunction;
import io.tenon.dsl.Layers;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.WeightSpec;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What ConvLSTM2D drops while training, on a layer whose memory forgets and whose gates stand open.
 */
class ConvLSTM2DDropoutTest {
  private static final int CHANNELS = 50;
  private static final int SAMPLES = 20;

  private static LayerRun run(double dropout, double recurrentDropout) {
    LayerSpec spec =
        Layers.convLSTM2D(CHANNELS, 1)
            .activation(ActivationFunction.LINEAR)
            .recurrentActivation(ActivationFunction.HARD_SIGMOID)
            .dropout(dropout)
            .recurrentDropout(recurrentDropout)
            .returnSequences(true)
            .get();
    LayerRun run = new LayerRun(spec, new long[] {SAMPLES, 3, 1, 2, CHANNELS});
    for (WeightSpec weight : run.node().weights()) {
      INDArray values = run.weight(weight);
      values.assign(0);
      for (int i = 0; i < CHANNELS; i++) {
        if (weight.name().equals("bias")) {
          values.putScalar(i, 10); // input
          values.putScalar(CHANNELS + i, -10); // forget
          values.putScalar(3 * CHANNELS + i, 10); // output
        } else {
          values.putScalar(new long[] {0, 0, i, 2 * CHANNELS + i}, 1);
        }
      }
    }
    return run;
  }

  @Test
  void dropsTheSameOfEachFrame() {
    try (LayerRun run = run(0.4, 0)) {
      // Each step gives what it reads and the result before it: x, 2 x, 3 x.
      run.input(0).assign(1);
      INDArray sums = run.forwardInTraining().dup('c');
      int dropped = 0;
      for (int i = 0; i < SAMPLES * 2 * CHANNELS; i++) {
        long[] at = {i / (2 * CHANNELS), 0, 0, i / CHANNELS % 2, i % CHANNELS};
        float first = sums.getFloat(at);
        assertThat(first).isIn(0f, 1 / 0.6f);
        dropped += first == 0 ? 1 : 0;
        at[1] = 2;
        assertThat(sums.getFloat(at)).isCloseTo(3 * first, within(1e-5f));
      }
      assertThat(dropped / (SAMPLES * 2.0 * CHANNELS)).isCloseTo(0.4, within(0.05));
      assertThat(run.forward().minNumber().floatValue()).isEqualTo(1);
    }
  }

  @Test
  void dropsTheSameOfItsStateAtEachStep() {
    try (LayerRun run = run(0, 0.25)) {
      run.input(0).assign(0);
      for (int i = 0; i < SAMPLES * 2 * CHANNELS; i++) {
        run.input(0)
            .putScalar(new long[] {i / (2 * CHANNELS), 0, 0, i / CHANNELS % 2, i % CHANNELS}, 1);
      }
      INDArray states = run.forwardInTraining().dup('c');
      int dropped = 0;
      for (int i = 0; i < SAMPLES * 2 * CHANNELS; i++) {
        long[] at = {i / (2 * CHANNELS), 0, 0, i / CHANNELS % 2, i % CHANNELS};
        assertThat(states.getFloat(at)).isEqualTo(1);
        at[1] = 1;
        float second = states.getFloat(at);
        assertThat(second).isIn(0f, 1 / 0.75f);
        dropped += second == 0 ? 1 : 0;
        at[1] = 2;
        assertThat(states.getFloat(at)).isCloseTo(second * second, within(1e-5f));
      }
      assertThat(dropped / (SAMPLES * 2.0 * CHANNELS)).isCloseTo(0.25, within(0.05));
    }
  }
}
