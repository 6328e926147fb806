package io.tenon.kernel;

import io.tenon.layer.RecurrentSpec;
import io.tenon.onednn.OneDnn;
import io.tenon.plan.KernelContext;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a batch share while a recurrent layer runs: the arrays of all samples, arranged
 * by time, and the weights of the products that every step repeats.
 */
final class Sequence {
  static final int KERNEL = 0;
  static final int RECURRENT_KERNEL = 1;
  static final int BIAS = 2;
  private static final long STATE_SALT = 2;

  final RecurrentSpec spec;
  final KernelContext context;
  final boolean goBackwards;

  /** Whether results are given in the order of time although the steps are read backwards. */
  final boolean inTimeOrder;

  final int batch;
  final int time;
  final int features;
  final int units;
  final int width;

  final SequenceStates states;

  /** Which elements of the states each step loses, (batch, units); null if none. */
  final @Nullable Drawn noise;

  /** (units, width). */
  final memory recurrent;

  /** (1, width): what is added to what is recalled, if anything. */
  final @Nullable memory recurrentBias;

  /**
   * (time, batch, width): what the inputs give, then for each step and part of the batch the gates
   * one after the other, then their gradients as rows.
   */
  final memory gates;

  /** Whether what the layer gives is arranged by time too. */
  final boolean outputByTime;

  final memory output;

  Sequence(RecurrentSpec spec, boolean goBackwards, boolean inTimeOrder, KernelContext context) {
    long[] shape = context.inputShape(0); // (batch, time, features)
    this.spec = spec;
    this.context = context;
    this.goBackwards = goBackwards;
    this.inTimeOrder = inTimeOrder;
    this.batch = Math.toIntExact(shape[0]);
    this.time = Math.toIntExact(shape[1]);
    this.features = Math.toIntExact(shape[2]);
    this.units = spec.units();
    this.width = units * spec.gates();
    this.states = new SequenceStates(spec, context);
    this.noise =
        spec.recurrentDropout() > 0 && context.training()
            ? Drawn.dropout(context, spec.recurrentDropout(), STATE_SALT, batch, units)
            : null;
    this.recurrent = context.weight(RECURRENT_KERNEL, OneDnn.rows(units, width));
    this.recurrentBias = spec.useBias() && spec.biasRows() > 1 ? bias(1) : null;
    this.gates = context.scratch(OneDnn.rows(rows(), width));
    this.outputByTime = spec.returnSequences() && !context.outputMustBeRows();
    this.output =
        outputByTime
            ? context.output(SequenceArray.timeMajor(context.outputShape()))
            : context.outputRows((long) batch * outputSteps(), units);
  }

  /** Samples times steps. */
  long rows() {
    return (long) time * batch;
  }

  /** A row of the bias, (1, width). */
  memory bias(int row) {
    memory whole = context.weight(BIAS, OneDnn.rows(spec.biasRows(), width));
    return context.seenAs(whole, OneDnn.rows(1, width), (long) row * width);
  }

  /** How many steps are given. */
  int outputSteps() {
    return spec.returnSequences() ? time : 1;
  }

  /** The step of the input that is run after so many others. */
  int read(int done) {
    return goBackwards ? time - 1 - done : done;
  }

  /** Where the result of that goes. */
  int written(int done) {
    return !spec.returnSequences() ? 0 : inTimeOrder ? read(done) : done;
  }

  /** A part of an array arranged by time, (time, batch, columns). */
  SequenceArray byTime(memory memory, int columns, Share part) {
    return new SequenceArray(memory, true, new int[] {batch, time, columns}, part);
  }

  /** A part of the result, or of its gradient. */
  SequenceArray result(memory memory, Share part) {
    return new SequenceArray(memory, outputByTime, new int[] {batch, outputSteps(), units}, part);
  }
}
