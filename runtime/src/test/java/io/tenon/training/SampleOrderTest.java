package io.tenon.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleOrderTest {
  private static final int COUNT = 1000;
  private static final int[] SORTED = IntStream.range(0, COUNT).toArray();

  @Test
  void holdsEverySampleOnce() {
    int[] order = SampleOrder.of(COUNT, true, 7, 0);
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    assertThat(sorted).isEqualTo(SORTED);
    assertThat(order).isNotEqualTo(SORTED);
  }

  @Test
  void isAFunctionOfSeedAndEpoch() {
    assertThat(SampleOrder.of(COUNT, true, 7, 3)).isEqualTo(SampleOrder.of(COUNT, true, 7, 3));
    assertThat(SampleOrder.of(COUNT, true, 7, 3)).isNotEqualTo(SampleOrder.of(COUNT, true, 7, 4));
    assertThat(SampleOrder.of(COUNT, true, 7, 3)).isNotEqualTo(SampleOrder.of(COUNT, true, 8, 3));
  }

  @Test
  void staysAsItIsWithoutShuffling() {
    assertThat(SampleOrder.of(COUNT, false, 7, 3)).isEqualTo(SORTED);
  }
}
