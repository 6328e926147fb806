package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.ConvLSTM2D;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;

/** {@link ConvLSTM2D}: the convolution of all frames at once, then each step's cell. */
final class ConvLSTM2DKernel {
  private ConvLSTM2DKernel() {}

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
      return new TapeKernel(context, (tape, inputs) -> record(context, spec, tape, inputs));
    }

    private static Value record(
        KernelContext context, ConvLSTM2D.Spec spec, Tape tape, TapeInputs inputs) {
      long[] in = context.inputShape(0); // (batch, time, height, width, channels)
      long[] out = context.outputShape();
      int last = out.length - 1;
      long batch = in[0];
      long time = in[1];
      long filters = spec.filters();
      long width = 4 * filters;
      long[] kernel = {spec.kernelSize().get(0), spec.kernelSize().get(1), in[4], width};
      long[] recurrent = {kernel[0], kernel[1], filters, width};
      long[] frame = {batch, out[last - 2], out[last - 1], filters};
      long[] gates = {batch, frame[1], frame[2], width};
      long cells = frame[1] * frame[2];

      long[] allFrames = {batch * time, in[2], in[3], in[4]};
      long[] allGates = {batch * time, frame[1], frame[2], width};
      Value projected =
          new TapeConvolution(
                  context,
                  tape,
                  spec.inputConvolution(),
                  inputs.weight(0, kernel),
                  allFrames,
                  allGates)
              .apply(inputs.input(0, allFrames));
      TapeConvolution recur =
          new TapeConvolution(
              context,
              tape,
              spec.recurrentConvolution(),
              inputs.weight(1, recurrent),
              frame,
              gates);
      if (spec.useBias()) {
        projected = tape.sum(projected, inputs.weight(2, 1, 1, 1, width), 1);
      }
      // (batch, time * cells, gates), of which a step is a stretch of each sample
      Value steps = tape.reshape(projected, batch, time * cells, width);
      Value hidden = tape.constant(0, frame);
      Value memory = tape.constant(0, batch * cells, filters);
      long[] resultSizes = {batch, time * cells, filters};
      Value all = spec.returnSequences() ? tape.array(resultSizes) : hidden;
      for (int step = 0; step < time; step++) {
        long read = spec.goBackwards() ? time - 1 - step : step;
        Value now = tape.copy(stretch(tape, steps, read, cells));
        Value sum =
            tape.sum(
                tape.reshape(now, batch * cells, width),
                tape.reshape(recur.apply(hidden), batch * cells, width),
                1);
        Value entering = tape.apply(spec.recurrentActivation(), tape.columns(sum, 0, filters));
        Value forget = tape.apply(spec.recurrentActivation(), tape.columns(sum, filters, filters));
        Value candidate = tape.apply(spec.activation(), tape.columns(sum, 2 * filters, filters));
        Value output =
            tape.apply(spec.recurrentActivation(), tape.columns(sum, 3 * filters, filters));
        memory = tape.sum(tape.times(forget, memory), tape.times(entering, candidate), 1);
        hidden = tape.reshape(tape.times(output, tape.apply(spec.activation(), memory)), frame);
        if (spec.returnSequences()) {
          tape.copy(tape.reshape(hidden, batch, cells, filters), stretch(tape, all, step, cells));
        }
      }
      return spec.returnSequences() ? all : hidden;
    }

    /** One step of (batch, time * cells, width). */
    private static Value stretch(Tape tape, Value all, long step, long cells) {
      long[] sizes = {all.sizes[0], cells, all.sizes[2]};
      return tape.view(all, step * cells * all.sizes[2], sizes, all.strides);
    }
  }
}
