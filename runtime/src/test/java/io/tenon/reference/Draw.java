package io.tenon.reference;

import io.tenon.ActivationFunction;
import io.tenon.Padding;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws parameters of layers and shapes of what they read. */
record Draw(Random random) {
  static Draw of(long seed) {
    return new Draw(new Random(seed));
  }

  /** A number between these, both included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** As many numbers between these. */
  int[] several(int count, int least, int most) {
    return IntStream.generate(() -> between(least, most)).limit(count).toArray();
  }

  boolean flip() {
    return random.nextBoolean();
  }

  /** True once in so many draws. */
  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  Padding padding() {
    return flip() ? Padding.SAME : Padding.VALID;
  }

  ActivationFunction activation() {
    return any(Arrays.asList(ActivationFunction.values()));
  }

  /** (batch, time) of 0 and 1, with a 1 in each sample. */
  Numbers mask(int batch, int time) {
    Numbers mask = new Numbers(batch, time);
    Arrays.setAll(mask.values, i -> once(3) ? 0 : 1);
    for (int sample = 0; sample < batch; sample++) {
      mask.set(1, sample, random.nextInt(time));
    }
    return mask;
  }
}
