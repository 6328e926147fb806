package io.tenon.examples.own;

import io.tenon.Initializer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** An initializer of one's own: 1, 1/2, 1/4, ... */
public final class Halving implements Initializer.Function {
  @Override
  public float[] values(long[] shape, RandomGenerator random) {
    float[] values = new float[(int) Arrays.stream(shape).reduce(1, Math::multiplyExact)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.pow(2, -i);
    }
    return values;
  }
}
