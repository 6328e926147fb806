package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.RecurrentSpec;
import io.tenon.onednn.OneDnn;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * Recurrent layers, step by step on a {@link Tape}: one large product for the inputs of all steps,
 * then each step's cell.
 */
final class RecurrentKernel implements Kernel {
  private static final int KERNEL = 0;
  private static final int RECURRENT_KERNEL = 1;
  private static final int BIAS = 2;

  private final KernelContext.Rows input;
  private KernelContext.@Nullable Rows inputGradient;
  private final Tape tape;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<RecurrentSpec> specType() {
      return RecurrentSpec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new RecurrentKernel(context.spec(RecurrentSpec.class), context);
    }
  }

  private RecurrentKernel(RecurrentSpec spec, KernelContext context) {
    this.tape = new Tape(context);
    long[] shape = context.inputShape(0); // (batch, time, features)
    long batch = shape[0];
    long time = shape[1];
    long units = spec.units();
    long width = units * spec.gates();
    long biasRows = spec.biasRows();

    input = context.inputRows(0, batch * time, shape[2]);
    if (context.wantsInputGradient(0)) {
      inputGradient = context.inputGradientRows(0, batch * time, shape[2]);
    }
    memory wanted = inputGradient == null ? null : inputGradient.memory();
    Value x = tape.given(input.memory(), wanted, batch * time, shape[2]);
    Value kernel = weight(context, KERNEL, shape[2], width);
    Value recurrent = weight(context, RECURRENT_KERNEL, units, width);
    Value bias = spec.useBias() ? weight(context, BIAS, biasRows, width) : null;

    // (batch * time, features) x (features, width) = (batch * time, width)
    Value projected = tape.matrix(batch * time, width);
    tape.product(x, kernel, projected, false);
    Value recurrentBias = null;
    if (bias != null) {
      Value first = biasRows == 1 ? bias : tape.part(bias, 0, 1, 1, 0, width);
      Value shifted = tape.matrix(batch * time, width);
      tape.addRow(projected, first, shifted);
      projected = shifted;
      recurrentBias = biasRows == 1 ? null : tape.part(bias, 1, 1, 1, 0, width);
    }

    RecurrentCell cell = RecurrentCell.of(spec, tape, recurrent, recurrentBias);
    Value hidden = tape.given(context.constant(0, batch, units), null, batch, units);
    Value memory = hidden;
    long outputRows = spec.returnSequences() ? batch * time : batch;
    memory output = context.outputRows(outputRows, units);
    memory gradient = context.backward() ? context.outputGradientRows(outputRows, units) : null;
    Value result = tape.result(output, gradient, outputRows, units);
    for (int step = 0; step < time; step++) {
      long read = spec.goBackwards() ? time - 1 - step : step;
      // Rows of one step lie a sequence apart.
      Value now = tape.part(projected, read, time, batch, 0, width);
      RecurrentCell.State state = cell.step(now, new RecurrentCell.State(hidden, memory));
      hidden = state.hidden();
      memory = state.memory();
      if (spec.returnSequences()) {
        tape.copy(hidden, tape.part(result, step, time, batch, 0, units));
      }
    }
    if (!spec.returnSequences()) {
      tape.copy(hidden, result);
    }
    tape.finish();
  }

  private Value weight(KernelContext context, int index, long rows, long columns) {
    memory.desc layout = OneDnn.rows(rows, columns);
    return tape.given(
        context.weight(index, layout),
        context.backward() ? context.weightGradient(index, layout) : null,
        rows,
        columns);
  }

  @Override
  public void forward() {
    input.prepare();
    tape.runForward();
  }

  @Override
  public void backward() {
    tape.runBackward();
    if (inputGradient != null) {
      inputGradient.prepare();
    }
  }
}
