package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import io.tenon.onednn.PartRunner;
import io.tenon.plan.KernelContext;
import io.tenon.plan.Mode;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of an array a step of training keeps: a byte for each, 0 or 1, drawn anew for each
 * step as a function of the plan's seed, the layer, the step and the element's place alone. So
 * threads can draw parts of it, and nothing depends on how many there are.
 */
final class KeepMask {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** What is drawn at once, small enough for the nearest cache, in words of four bytes. */
  private static final int BLOCK = 1024;

  /** With fewer blocks, waking another thread takes longer than it saves. */
  private static final int LEAST_BLOCKS = 64;

  /** Of 2^16 numbers that are equally likely, as many are dropped. */
  private static final double RANGE = 1 << 16;

  /** Numbers far apart, one for each place in a block; read, since loops do not vectorize it. */
  private static final int[] PLACES = new int[BLOCK];

  static {
    for (int i = 0; i < BLOCK; i++) {
      PLACES[i] = i * (int) (GOLDEN >>> 32);
    }
  }

  private final Mode mode;
  private final long seed;
  private final int threshold;
  private final int words;
  private final memory memory;
  private final PartRunner parts;
  private @Nullable IntBuffer buffer;

  /**
   * A mask.
   *
   * @param rate which share is dropped
   * @param elements how many there are
   */
  KeepMask(KernelContext context, double rate, long elements) {
    this.mode = context.mode();
    this.seed = context.seed();
    this.threshold = (int) Math.max(1, Math.round(rate * RANGE));
    this.words = Math.toIntExact((elements + Integer.BYTES - 1) / Integer.BYTES);
    memory room = context.scratch(OneDnn.rows(1, words));
    this.memory = context.seenAs(room, OneDnn.bytes(1, elements));
    int blocks = (words + BLOCK - 1) / BLOCK;
    List<Runnable> draws = new ArrayList<>();
    for (Share share : Share.of(blocks, LEAST_BLOCKS)) {
      int[] block = new int[BLOCK];
      draws.add(() -> draw(share, block));
    }
    this.parts = new PartRunner(draws);
  }

  /** (1, elements) of bytes. */
  memory memory() {
    return memory;
  }

  /** Fills it for this step. */
  void draw() {
    if (buffer == null) {
      buffer = new IntPointer(memory.get_data_handle()).capacity(words).asBuffer();
    }
    parts.run();
  }

  /** Fills it for a run that drops nothing. */
  void keepAll() {
    Pointer.memset(memory.get_data_handle(), 1, memory.get_desc().get_size());
  }

  private void draw(Share blocks, int[] block) {
    long key = mix(seed + mode.step() * GOLDEN);
    for (int i = blocks.first(); i < blocks.first() + blocks.count(); i++) {
      int from = i * BLOCK;
      long one = mix(key + 2L * i);
      long other = mix(key + 2L * i + 1);
      fill(block, threshold, (int) one, (int) (one >>> 32), (int) other, (int) (other >>> 32));
      put(from, block, Math.min(BLOCK, words - from));
    }
  }

  private void put(int from, int[] block, int count) {
    if (buffer != null) {
      buffer.put(from, block, 0, count);
    }
  }

  /** By integers alone: a vectorized loop. Two numbers of 32 bits decide over four elements. */
  private static void fill(
      int[] block, int threshold, int add, int flip, int otherAdd, int otherFlip) {
    for (int i = 0; i < BLOCK; i++) {
      int x = PLACES[i] + add;
      x = (x ^ x >>> 16) * 0x21F0AAAD;
      x ^= flip;
      x = (x ^ x >>> 15) * 0x735A2D97;
      x ^= x >>> 15;
      int y = PLACES[i] + otherAdd;
      y = (y ^ y >>> 16) * 0x21F0AAAD;
      y ^= otherFlip;
      y = (y ^ y >>> 15) * 0x735A2D97;
      y ^= y >>> 15;
      // The highest bit of a difference is set where a number reaches the threshold.
      block[i] =
          threshold - 1 - (x & 0xFFFF) >>> 31
              | threshold - 1 - (x >>> 16) >>> 31 << 8
              | threshold - 1 - (y & 0xFFFF) >>> 31 << 16
              | threshold - 1 - (y >>> 16) >>> 31 << 24;
    }
  }

  /** SplitMix64; Steele, Lea and Flood, 2014. */
  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
