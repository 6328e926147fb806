package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import io.tenon.plan.KernelContext;
import io.tenon.plan.Mode;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/**
 * An array of random numbers, drawn anew for each step of training: a function of the plan's seed,
 * the layer and the step. While predicting, its elements all have one value.
 */
final class Drawn {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final Mode mode;
  private final long seed;
  private final float otherwise;
  private final Draw draw;
  private final memory memory;

  /** The numbers as the bits of floats. */
  private final int[] bits;

  private @Nullable IntBuffer buffer;

  /** Fills an array for one step, with the bits of floats. */
  interface Draw {
    void fill(int[] bits, long seed, long step);
  }

  /**
   * An array.
   *
   * @param salt what tells it from other arrays of the same layer
   * @param otherwise what all elements are while predicting
   */
  Drawn(KernelContext context, memory.desc layout, long salt, float otherwise, Draw draw) {
    this.mode = context.mode();
    this.seed = context.seed() + salt;
    this.otherwise = otherwise;
    this.draw = draw;
    this.memory = context.scratch(layout);
    this.bits = new int[(int) (layout.get_size() / Float.BYTES)];
  }

  /** What elements are multiplied by to drop a share of them. */
  static Drawn dropout(KernelContext context, double rate, memory.desc layout) {
    return new Drawn(context, layout, 0, 1, BernoulliMask.dropping(rate));
  }

  /** The same, row-major, as one of several arrays of a layer. */
  static Drawn dropout(KernelContext context, double rate, long salt, long... sizes) {
    return new Drawn(context, OneDnn.rows(sizes), salt, 1, BernoulliMask.dropping(rate));
  }

  /** The same as a value on a tape. */
  static Value dropout(KernelContext context, Tape tape, double rate, long salt, long... sizes) {
    return dropout(context, rate, salt, sizes).on(tape, sizes);
  }

  /** Normal noise as a value on a tape. */
  static Value normal(
      KernelContext context, Tape tape, double mean, double deviation, long... sizes) {
    Draw draw =
        (bits, seed, step) -> {
          SplittableRandom random = new SplittableRandom(seed + step * GOLDEN);
          for (int i = 0; i < bits.length; i++) {
            float value = (float) (mean + deviation * random.nextGaussian());
            bits[i] = Float.floatToRawIntBits(value);
          }
        };
    return new Drawn(context, OneDnn.rows(sizes), 0, (float) mean, draw).on(tape, sizes);
  }

  /** This array on a tape, drawn at each run. */
  Value on(Tape tape, long... sizes) {
    tape.run(this::draw);
    return tape.given(memory, null, sizes);
  }

  memory memory() {
    return memory;
  }

  /** Multiplies numbers by its own of this run, from one on. */
  void multiply(int first, float[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= Float.intBitsToFloat(bits[first + i]);
    }
  }

  /** Fills it for this run. */
  void draw() {
    if (mode.training()) {
      draw.fill(bits, seed, mode.step());
    } else {
      Arrays.fill(bits, Float.floatToRawIntBits(otherwise));
    }
    if (buffer == null) {
      buffer = new IntPointer(memory.get_data_handle()).capacity(bits.length).asBuffer();
    }
    buffer.put(0, bits);
  }
}
