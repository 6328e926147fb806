package io.tenon.kernel;

import io.tenon.layer.BatchNormalization;
import io.tenon.onednn.OneDnn;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import java.util.Arrays;
import org.bytedeco.dnnl.memory;

/**
 * {@link BatchNormalization} that is trained on a series of which some steps do not count: mean and
 * variance are taken over the others, but all steps are brought to them, as in Keras.
 */
final class MaskedBatchNormalization {
  /** What Keras adds to the number of steps, so that it is never 0. */
  private static final float LEAST_COUNT = 1e-7f;

  private final KernelContext context;
  private final BatchNormalization.Spec spec;
  private final Tape tape;
  private final long[] shape;
  private final int axis;

  /** The axes along which mean and variance are taken. */
  private final int[] others;

  /** 1 for the axes but that of the channels. */
  private final long[] channels;

  private MaskedBatchNormalization(KernelContext context, BatchNormalization.Spec spec, Tape tape) {
    this.context = context;
    this.spec = spec;
    this.tape = tape;
    this.shape = context.inputShape(0);
    this.axis = Axes.of(spec.axis(), shape);
    this.others = Axes.allBut(axis, shape);
    this.channels = Axes.only(new int[] {axis}, shape);
  }

  static Kernel kernel(KernelContext context, BatchNormalization.Spec spec, memory mask) {
    return new TapeKernel(
        context,
        (tape, inputs) -> new MaskedBatchNormalization(context, spec, tape).record(inputs, mask));
  }

  private Value record(TapeInputs inputs, memory mask) {
    Value x = inputs.input(0);
    Value counts = tape.given(context.seenAs(mask, OneDnn.rows(steps())), null, steps());
    Value each = count(counts); // (1, ...), or one for each step where these are the channels
    Value mean = tape.times(tape.total(tape.times(x, counts), 1, others), each);
    Value off = tape.sum(x, mean, -1);
    Value squares = tape.times(tape.times(off, off), counts);
    Value variance = tape.times(tape.total(squares, 1, others), each);

    int moving = (spec.scale() ? 1 : 0) + (spec.center() ? 1 : 0);
    Value usedMean = inTraining(mean, moving);
    Value usedVariance = inTraining(variance, moving + 1);
    Value centered = tape.sum(x, usedMean, -1);
    Value result =
        tape.times(centered, Norms.inverseDeviation(tape, usedVariance, (float) spec.epsilon()));
    if (spec.scale()) {
      result = tape.times(result, inputs.weight(0, channels));
    }
    if (spec.center()) {
      result = tape.sum(result, inputs.weight(spec.scale() ? 1 : 0, channels), 1);
    }
    return result;
  }

  /** (batch, time, 1, ...), as the mask lies. */
  private long[] steps() {
    return Axes.only(new int[] {0, 1}, shape);
  }

  /** 1 / the number of elements of each channel that count. */
  private Value count(Value counts) {
    long rest = Axes.elements(shape, 2, shape.length) / (axis > 1 ? shape[axis] : 1);
    Value number = tape.total(counts, (float) rest, others);
    return Norms.power(tape, Norms.plus(tape, number, LEAST_COUNT), -1);
  }

  /** The statistics of the batch while training, which then move the moving ones; these else. */
  private Value inTraining(Value batch, int weight) {
    memory.desc flat = OneDnn.rows(shape[axis]);
    memory moving = context.weight(weight, flat);
    Value used =
        tape.sum(
            tape.times(batch, inTraining(1, 0)),
            tape.times(
                tape.given(context.weight(weight, OneDnn.rows(channels)), null, channels),
                inTraining(0, 1)),
            1);
    Runnable move =
        BatchNormalizationKernel.move(
            context, spec.momentum(), moving, context.seenAs(batch.memory, flat));
    tape.run(
        () -> {
          if (context.mode().training()) {
            move.run();
          }
        });
    return used;
  }

  /** One number while training, another one else. */
  private Value inTraining(float number, float otherwise) {
    long[] one = new long[shape.length];
    Arrays.fill(one, 1);
    int bits = Float.floatToRawIntBits(number);
    Drawn.Draw draw = (array, seed, step) -> Arrays.fill(array, bits);
    return new Drawn(context, OneDnn.rows(one), 0, otherwise, draw).on(tape, one);
  }
}
