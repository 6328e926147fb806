package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import io.tenon.plan.KernelContext;
import io.tenon.plan.Mode;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
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
  private final float[] values;
  private @Nullable FloatBuffer buffer;

  /** Fills an array for one step. */
  interface Draw {
    void fill(float[] values, long seed, long step);
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
    this.values = new float[(int) (layout.get_size() / Float.BYTES)];
  }

  /** What elements are multiplied by to drop a share of them. */
  static Drawn dropout(KernelContext context, double rate, memory.desc layout) {
    return new Drawn(
        context,
        layout,
        0,
        1,
        (values, seed, step) -> BernoulliMask.draw(values, (float) rate, seed, step));
  }

  /** The same, row-major, as one of several arrays of a layer. */
  static Drawn dropout(KernelContext context, double rate, long salt, long... sizes) {
    Draw draw = (values, seed, step) -> BernoulliMask.draw(values, (float) rate, seed, step);
    return new Drawn(context, OneDnn.rows(sizes), salt, 1, draw);
  }

  /** The same as a value on a tape. */
  static Value dropout(KernelContext context, Tape tape, double rate, long salt, long... sizes) {
    return dropout(context, rate, salt, sizes).on(tape, sizes);
  }

  /** Normal noise as a value on a tape. */
  static Value normal(
      KernelContext context, Tape tape, double mean, double deviation, long... sizes) {
    Draw draw =
        (values, seed, step) -> {
          SplittableRandom random = new SplittableRandom(seed + step * GOLDEN);
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + deviation * random.nextGaussian());
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
      numbers[i] *= values[first + i];
    }
  }

  /** Fills it for this run. */
  void draw() {
    if (mode.training()) {
      draw.fill(values, seed, mode.step());
    } else {
      Arrays.fill(values, otherwise);
    }
    if (buffer == null) {
      buffer = new FloatPointer(memory.get_data_handle()).capacity(values.length).asBuffer();
    }
    buffer.put(0, values);
  }
}
