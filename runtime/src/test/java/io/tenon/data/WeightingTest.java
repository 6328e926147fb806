package io.tenon.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class WeightingTest {
  private final INDArray all = Nd4j.createFromArray(1f, 2f);
  private final INDArray side = Nd4j.createFromArray(0f, 3f);

  @Test
  void weighsNothingUnlessTold() {
    assertThat(Weighting.ALIKE.byOutput()).isEmpty();
  }

  @Test
  void keepsTheWeightsOfOtherOutputs() {
    Weighting both = Weighting.of(all).with("side", side);

    assertThat(both.byOutput()).isEqualTo(Map.of("", all, "side", side));
    assertThat(both.with("side", all).byOutput()).isEqualTo(Map.of("", all, "side", all));
  }

  @Test
  void isWhatSamplesHold() {
    Samples samples = Samples.builder().weighting(Weighting.of(all)).build();

    assertThat(samples.weights()).isEqualTo(Map.of("", all));
  }
}
