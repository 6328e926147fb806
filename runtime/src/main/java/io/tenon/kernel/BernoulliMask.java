package io.tenon.kernel;

/** Arrays that hold one number with some probability, and another one else. */
final class BernoulliMask {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int BLOCK = 1024;
  private static final double RANGE = 1L << 31;

  /** Numbers far apart, one for each place in a block; read, since loops do not vectorize it. */
  private static final int[] PLACES = new int[BLOCK];

  static {
    for (int i = 0; i < BLOCK; i++) {
      PLACES[i] = i * (int) (GOLDEN >>> 32);
    }
  }

  private BernoulliMask() {}

  /** 0 with probability {@code rate}, else {@code 1 / (1 - rate)}. */
  static Drawn.Draw dropping(double rate) {
    return either(rate, 0, (float) (1 / (1 - rate)));
  }

  /** One number with probability {@code rate}, else the other. */
  static Drawn.Draw either(double rate, float dropped, float kept) {
    int threshold = (int) Math.min(Integer.MAX_VALUE, Math.round(rate * RANGE));
    int zero = Float.floatToRawIntBits(dropped);
    int change = zero ^ Float.floatToRawIntBits(kept);
    return (bits, seed, step) -> draw(bits, threshold, zero, change, mix(seed + step * GOLDEN));
  }

  /** Each element is a function of its place and the key, by integers alone: a vectorized loop. */
  private static void draw(int[] bits, int threshold, int zero, int change, long key) {
    for (int from = 0; from < bits.length; from += BLOCK) {
      long mixed = mix(key + from);
      int count = Math.min(BLOCK, bits.length - from);
      fill(bits, from, count, threshold, zero, change, (int) mixed, (int) (mixed >>> 32));
    }
  }

  private static void fill(
      int[] bits, int from, int count, int threshold, int zero, int change, int add, int flip) {
    for (int i = 0; i < count; i++) {
      int x = PLACES[i] + add;
      x = (x ^ x >>> 16) * 0x21F0AAAD;
      x ^= flip;
      x = (x ^ x >>> 15) * 0x735A2D97;
      x = (x ^ x >>> 15) >>> 1;
      // All ones where x reaches the threshold.
      bits[from + i] = zero ^ (threshold - 1 - x >> 31 & change);
    }
  }

  /** SplitMix64; Steele, Lea and Flood, 2014. */
  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
