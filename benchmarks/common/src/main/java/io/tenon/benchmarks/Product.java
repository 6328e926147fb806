package io.tenon.benchmarks;

import java.util.Arrays;

/**
 * The arithmetic of a layer for one sample.
 *
 * @param multiplyAdds of the forward pass
 * @param passesGradient whether training needs the gradient of its input; a first layer's is not
 */
record Product(long multiplyAdds, boolean passesGradient) {
  static Product first(int... sizes) {
    return new Product(product(sizes), false);
  }

  static Product inner(int... sizes) {
    return new Product(product(sizes), true);
  }

  private static long product(int... sizes) {
    return Arrays.stream(sizes).asLongStream().reduce(1, Math::multiplyExact);
  }

  long forward() {
    return 2 * multiplyAdds;
  }

  /** Forward, the gradient of the weights, and where it is needed that of the input. */
  long training() {
    return (passesGradient ? 3 : 2) * forward();
  }
}
