package io.tenon.kernel;

/** Masks that keep an element with some probability and scale it by the inverse of that. */
final class BernoulliMask {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int PARTS = 4;
  private static final int BITS = 16;
  private static final int RANGE = 1 << BITS;

  private BernoulliMask() {}

  /**
   * Draws a mask: 0 with probability {@code rate}, else {@code 1 / (1 - rate)}. A function of seed
   * and step alone. SplitMix64 (Steele, Lea and Flood, 2014), 16 bits for each element: the rate is
   * rounded to a 65,536th.
   */
  static void draw(float[] mask, float rate, long seed, long step) {
    int threshold = Math.round(rate * RANGE);
    float kept = 1 / (1 - rate);
    long state = mix(seed + step * GOLDEN);
    int whole = mask.length / PARTS * PARTS;
    for (int i = 0; i < whole; i += PARTS) {
      long bits = mix(state += GOLDEN);
      mask[i] = (bits & RANGE - 1) < threshold ? 0 : kept;
      mask[i + 1] = (bits >>> BITS & RANGE - 1) < threshold ? 0 : kept;
      mask[i + 2] = (bits >>> 2 * BITS & RANGE - 1) < threshold ? 0 : kept;
      mask[i + 3] = (bits >>> 3 * BITS) < threshold ? 0 : kept;
    }
    for (int i = whole; i < mask.length; i++) {
      mask[i] = (mix(state += GOLDEN) & RANGE - 1) < threshold ? 0 : kept;
    }
  }

  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
