package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST_ITER_C;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_ITER_C;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS_LAYER;
import static org.bytedeco.dnnl.global.dnnl.rnn_direction.unidirectional_left2right;

import io.tenon.ActivationFunction;
import io.tenon.layer.LSTM;
import io.tenon.layer.RecurrentSpec;
import io.tenon.onednn.NativeThreads;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.lstm_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;

/**
 * {@link LSTM} as Keras does it by default, where a plan only predicts: all steps in one primitive
 * of oneDNN's, whose gates come in Keras's order. A single sample is left to the calling thread,
 * since others would have to be woken at every step.
 */
final class LstmKernel implements Kernel {
  private static final int GATES = 4;

  private final SequenceInput input;
  private final List<KernelContext.Rows> given = new ArrayList<>();
  private final boolean alone;
  private final Operation steps;
  private final List<Operation> after = new ArrayList<>();

  /**
   * Whether a layer can be run so.
   *
   * @param goBackwards whether the steps are read from the last to the first
   */
  static boolean runs(RecurrentSpec spec, boolean goBackwards, KernelContext context) {
    return spec instanceof LSTM.Spec lstm
        && lstm.activation() == ActivationFunction.TANH
        && lstm.recurrentActivation() == ActivationFunction.SIGMOID
        && !lstm.stateful()
        && !goBackwards
        && !context.training()
        && context.mask(0) == null;
  }

  LstmKernel(RecurrentSpec spec, KernelContext context) {
    long[] shape = context.inputShape(0); // (batch, time, features)
    long batch = shape[0];
    long time = shape[1];
    long features = shape[2];
    long units = spec.units();
    this.input = new SequenceInput(context, 0);
    this.alone = batch == 1;

    // What is no sequence has axes for layers and directions, of which there is one.
    memory.desc source = OneDnn.rows(time, batch, features);
    memory.desc result = OneDnn.rows(time, batch, units);
    memory.desc state = OneDnn.rows(1, 1, batch, units);
    memory.desc kernel = OneDnn.rows(1, 1, features, GATES, units);
    memory.desc recurrent = OneDnn.rows(1, 1, units, GATES, units);
    memory bias =
        spec.useBias()
            ? context.weight(Sequence.BIAS, OneDnn.rows(1, 1, GATES, units))
            : context.constant(0, 1, 1, GATES, units);
    boolean begins = context.inputCount() > 1;
    int threads = begin();
    lstm_forward.primitive_desc description =
        new lstm_forward.primitive_desc(
            OneDnn.engine(),
            prop_kind.forward_inference,
            unidirectional_left2right,
            source,
            begins ? state : new memory.desc(),
            begins ? state : new memory.desc(),
            alone ? kernel : OneDnn.any(1, 1, features, GATES, units),
            alone ? recurrent : OneDnn.any(1, 1, units, GATES, units),
            bias.get_desc(),
            result,
            state,
            state,
            OwnScratchpad.attributes(new primitive_attr()),
            false);
    this.steps =
        context
            .operation(new lstm_forward(description))
            .with(DNNL_ARG_SRC_LAYER, context.seenAs(input.rows, source))
            .with(
                DNNL_ARG_WEIGHTS_LAYER,
                context.weight(Sequence.KERNEL, kernel, description.weights_layer_desc()))
            .with(
                DNNL_ARG_WEIGHTS_ITER,
                context.weight(
                    Sequence.RECURRENT_KERNEL, recurrent, description.weights_iter_desc()))
            .with(DNNL_ARG_BIAS, bias);
    OwnScratchpad.add(context, description, steps);
    end(threads);
    if (begins) {
      steps
          .with(DNNL_ARG_SRC_ITER, given(context, 1, state))
          .with(DNNL_ARG_SRC_ITER_C, given(context, 2, state));
    }
    give(context, spec, result, state);
  }

  private memory given(KernelContext context, int index, memory.desc state) {
    long[] sizes = context.inputShape(index); // (batch, units)
    KernelContext.Rows rows = context.inputRows(index, sizes);
    given.add(rows);
    return context.seenAs(rows.memory(), state);
  }

  /** Memory for the results of all steps, and for the states after the last. */
  private void give(
      KernelContext context, RecurrentSpec spec, memory.desc result, memory.desc state) {
    long[] sizes = OneDnn.sizes(result); // (time, batch, units)
    memory.desc byTime = SequenceArray.timeMajor(sizes[1], sizes[0], sizes[2]);
    boolean given = spec.returnSequences() && !context.outputMustBeRows();
    memory all = given ? context.output(byTime) : context.scratch(byTime);
    memory hidden = context.stateCount() > 0 ? context.state(0) : null;
    memory last = context.stateCount() > 0 ? context.state(1) : context.scratch(state);
    if (spec.returnSequences() && !given) {
      memory rows = context.output(OneDnn.channelsLast(context.outputShape()));
      after.add(context.reorder(all, rows));
    } else if (!spec.returnSequences()) {
      memory output = context.outputRows(sizes[1], sizes[2]);
      if (hidden == null) {
        hidden = output;
      } else {
        after.add(context.reorder(hidden, output));
      }
    }
    steps
        .with(DNNL_ARG_DST_LAYER, context.seenAs(all, result))
        .with(
            DNNL_ARG_DST_ITER,
            hidden == null ? context.scratch(state) : context.seenAs(hidden, state))
        .with(DNNL_ARG_DST_ITER_C, context.seenAs(last, state));
  }

  private int begin() {
    return alone ? NativeThreads.useOne() : 1;
  }

  private void end(int threads) {
    NativeThreads.use(threads);
  }

  @Override
  public void forward() {
    input.forward();
    for (int i = 0; i < given.size(); i++) {
      given.get(i).prepare();
    }
    int threads = begin();
    try {
      steps.run();
    } finally {
      end(threads);
    }
    for (int i = 0; i < after.size(); i++) {
      after.get(i).run();
    }
  }

  @Override
  public void backward() {
    throw new IllegalStateException("only plans that predict run so");
  }
}
