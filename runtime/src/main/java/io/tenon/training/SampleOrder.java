package io.tenon.training;

import java.util.SplittableRandom;

/** The order in which an epoch sees the samples: a function of seed and epoch alone. */
final class SampleOrder {
  private SampleOrder() {}

  static int[] of(int count, boolean shuffle, long seed, int epoch) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    if (shuffle) {
      // Golden-ratio steps keep the streams of neighbouring epochs apart.
      SplittableRandom random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (epoch + 1L));
      for (int i = count - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
      }
    }
    return order;
  }
}
