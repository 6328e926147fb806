package io.tenon.benchmarks;

import java.util.List;

/**
 * An input of a workload, without the batch axis.
 *
 * @param name how models call it
 * @param sizes the size of each axis
 * @param vocabulary how many different tokens there are, or 0 for floats between 0 and 1
 */
public record InputShape(String name, List<Integer> sizes, int vocabulary) {
  static InputShape floats(String name, Integer... sizes) {
    return new InputShape(name, List.of(sizes), 0);
  }

  static InputShape tokens(String name, int length, int vocabulary) {
    return new InputShape(name, List.of(length), vocabulary);
  }

  /** Whether it consists of int32 tokens rather than float32. */
  public boolean isTokens() {
    return vocabulary > 0;
  }

  /** How many numbers a sample has. */
  public int size() {
    return sizes.stream().reduce(1, Math::multiplyExact);
  }

  /** The shape of that many samples. */
  public long[] batch(int count) {
    long[] shape = new long[sizes.size() + 1];
    shape[0] = count;
    for (int i = 0; i < sizes.size(); i++) {
      shape[i + 1] = sizes.get(i);
    }
    return shape;
  }
}
