package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.ConvLSTM2D;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link ConvLSTM2D}: the convolution of all frames at once, then each step's cell. */
final class ConvLSTM2DKernel {
  private static final int KERNEL = 0;
  private static final int RECURRENT_KERNEL = 1;
  private static final int BIAS = 2;
  private static final long INPUT_SALT = 1;
  private static final long STATE_SALT = 2;

  private final KernelContext context;
  private final ConvLSTM2D.Spec spec;
  private final Tape tape;
  private final TapeInputs inputs;
  private final long batch;
  private final long time;
  private final long filters;
  private final long width;
  private final long cells;

  /** (batch, height, width, filters): what a step gives, and a state. */
  private final long[] frame;

  /** (batch, height, width, 4 * filters). */
  private final long[] gates;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<ConvLSTM2D.Spec> specType() {
      return ConvLSTM2D.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      ConvLSTM2D.Spec spec = context.spec(ConvLSTM2D.Spec.class);
      return of(spec, spec.goBackwards(), false, context);
    }
  }

  /**
   * One direction.
   *
   * @param inTimeOrder whether results are given in the order of time, or in that of reading
   */
  static Kernel of(
      ConvLSTM2D.Spec spec, boolean goBackwards, boolean inTimeOrder, KernelContext context) {
    return new TapeKernel(
        context,
        (tape, inputs) ->
            new ConvLSTM2DKernel(spec, context, tape, inputs).record(goBackwards, inTimeOrder));
  }

  private ConvLSTM2DKernel(
      ConvLSTM2D.Spec spec, KernelContext context, Tape tape, TapeInputs inputs) {
    this.context = context;
    this.spec = spec;
    this.tape = tape;
    this.inputs = inputs;
    long[] in = context.inputShape(0); // (batch, time, height, width, channels)
    long[] out = context.outputShape();
    int last = out.length - 1;
    this.batch = in[0];
    this.time = in[1];
    this.filters = spec.filters();
    this.width = 4 * filters;
    this.frame = new long[] {batch, out[last - 2], out[last - 1], filters};
    this.gates = new long[] {batch, frame[1], frame[2], width};
    this.cells = frame[1] * frame[2];
  }

  private Value record(boolean goBackwards, boolean inTimeOrder) {
    // (batch, time * cells, width), of which a step is a stretch of each sample
    Value steps = tape.reshape(projected(), batch, time * cells, width);
    TapeConvolution recur = recurrent();
    @Nullable Value stateNoise = noise(spec.recurrentDropout(), STATE_SALT, frame);
    @Nullable StepMask mask = StepMask.of(context, tape);
    TapeStates states = new TapeStates(context, tape, inputs, spec.stateful(), 2, frame);
    Value hidden = states.first().get(0);
    Value memory = tape.reshape(states.first().get(1), batch * cells, filters);
    Value output = tape.constant(0, frame);
    Value all = spec.returnSequences() ? tape.array(batch, time * cells, filters) : output;
    for (int step = 0; step < time; step++) {
      long read = goBackwards ? time - 1 - step : step;
      Value seen = stateNoise == null ? hidden : tape.times(hidden, stateNoise);
      Value sum =
          tape.sum(
              tape.reshape(tape.copy(stretch(steps, read)), batch * cells, width),
              tape.reshape(recur.apply(seen), batch * cells, width),
              1);
      Value nextMemory = remember(sum, memory);
      Value next = show(sum, nextMemory);
      output = shown(mask, read, next, output);
      hidden = mask == null ? next : choose(mask, read, next, hidden);
      memory = mask == null ? nextMemory : choose(mask, read, nextMemory, memory);
      if (spec.returnSequences()) {
        tape.copy(
            tape.reshape(output, batch, cells, filters), stretch(all, inTimeOrder ? read : step));
      }
    }
    states.give(List.of(hidden, tape.reshape(memory, frame)));
    return spec.returnSequences() ? all : output;
  }

  /** What the frames of all steps give: (batch * time, height, width, 4 * filters). */
  private Value projected() {
    long[] in = context.inputShape(0);
    long[] allFrames = {batch * time, in[2], in[3], in[4]};
    long[] allGates = {batch * time, frame[1], frame[2], width};
    Value frames = inputs.input(0, allFrames);
    @Nullable Value lost = noise(spec.dropout(), INPUT_SALT, batch, 1, in[2] * in[3] * in[4]);
    if (lost != null) {
      // The same elements at every step.
      Value bySample = tape.reshape(frames, batch, time, in[2] * in[3] * in[4]);
      frames = tape.reshape(tape.times(bySample, lost), allFrames);
    }
    Value kernel = inputs.weight(KERNEL, kernelSizes(in[4]));
    Value projected =
        new TapeConvolution(context, tape, spec.inputConvolution(), kernel, allFrames, allGates)
            .apply(frames);
    return spec.useBias() ? tape.sum(projected, inputs.weight(BIAS, 1, 1, 1, width), 1) : projected;
  }

  private TapeConvolution recurrent() {
    Value kernel = inputs.weight(RECURRENT_KERNEL, kernelSizes(filters));
    return new TapeConvolution(context, tape, spec.recurrentConvolution(), kernel, frame, gates);
  }

  private long[] kernelSizes(long channels) {
    return new long[] {spec.kernelSize().get(0), spec.kernelSize().get(1), channels, width};
  }

  private @Nullable Value noise(double rate, long salt, long... sizes) {
    return rate == 0 || !context.training()
        ? null
        : Drawn.dropout(context, tape, rate, salt, sizes);
  }

  /** One of the gates, in Keras's order: input, forget, candidate, output. */
  private Value gate(Value sum, int index) {
    Value gate = tape.columns(sum, index * filters, filters);
    return tape.apply(index == 2 ? spec.activation() : spec.recurrentActivation(), gate);
  }

  /** memory = forget * memory + input * candidate; all (batch * cells, filters). */
  private Value remember(Value sum, Value memory) {
    Value entering = gate(sum, 0);
    Value kept = tape.times(gate(sum, 1), memory);
    return tape.sum(kept, tape.times(entering, gate(sum, 2)), 1);
  }

  /** hidden = output * f(memory). */
  private Value show(Value sum, Value memory) {
    Value active = tape.apply(spec.activation(), memory);
    return tape.reshape(tape.times(gate(sum, 3), active), frame);
  }

  /** What is given at a step: its result, or where it does not count what was before, or 0. */
  private Value shown(@Nullable StepMask mask, long step, Value result, Value before) {
    if (mask == null) {
      return result;
    }
    return spec.zeroOutputForMask()
        ? tape.reshape(mask.count(step, bySample(result)), frame)
        : choose(mask, step, result, before);
  }

  private Value choose(StepMask mask, long step, Value counting, Value other) {
    Value chosen = mask.choose(step, bySample(counting), bySample(other));
    return tape.reshape(chosen, counting.sizes);
  }

  /** (batch, cells * filters). */
  private Value bySample(Value of) {
    return tape.reshape(of, batch, cells * filters);
  }

  /** One step of (batch, time * cells, columns). */
  private Value stretch(Value all, long step) {
    long columns = all.columns();
    return tape.view(all, step * cells * columns, new long[] {batch, cells, columns}, all.strides);
  }
}
