package io.tenon.kernel;

import io.tenon.layer.GRU;
import io.tenon.layer.LSTM;
import io.tenon.layer.RecurrentSpec;
import io.tenon.layer.SimpleRNN;
import org.jspecify.annotations.Nullable;

/** One step of a recurrent layer, recorded on a tape. All matrices are (batch, units). */
interface RecurrentCell {
  /** What is handed from step to step; the memory is LSTM's alone. */
  record State(Value hidden, Value memory) {}

  /**
   * A step.
   *
   * @param input the projected input of the step: (batch, units * gates)
   */
  State step(Value input, State before);

  /** The cell of a layer. */
  static RecurrentCell of(
      RecurrentSpec spec, Tape tape, Value recurrent, @Nullable Value recurrentBias) {
    if (spec instanceof LSTM.Spec lstm) {
      return (input, before) -> lstm(lstm, tape, recurrent, input, before);
    } else if (spec instanceof GRU.Spec gru) {
      return gru.resetAfter()
          ? (input, before) -> resetAfter(gru, tape, recurrent, recurrentBias, input, before)
          : resetBefore(gru, tape, recurrent);
    } else if (spec instanceof SimpleRNN.Spec simple) {
      return (input, before) -> simple(simple, tape, recurrent, input, before);
    }
    throw new IllegalArgumentException("no cell for " + spec.className());
  }

  private static State simple(
      SimpleRNN.Spec spec, Tape tape, Value recurrent, Value input, State before) {
    Value sum = recur(tape, recurrent, input, before.hidden);
    Value hidden = tape.apply(spec.activation(), sum);
    return new State(hidden, hidden);
  }

  /** input + hidden x recurrent. */
  private static Value recur(Tape tape, Value recurrent, Value input, Value hidden) {
    return tape.sum(input, tape.product(hidden, recurrent), 1);
  }

  private static Value gate(Tape tape, Value all, int index) {
    long units = all.columns() / 4;
    return tape.columns(all, index * units, units);
  }

  /** Hochreiter and Schmidhuber, 1997; gates in Keras's order: input, forget, cell, output. */
  private static State lstm(LSTM.Spec spec, Tape tape, Value recurrent, Value input, State before) {
    Value all = recur(tape, recurrent, input, before.hidden);
    Value in = tape.apply(spec.recurrentActivation(), gate(tape, all, 0));
    Value forget = tape.apply(spec.recurrentActivation(), gate(tape, all, 1));
    Value candidate = tape.apply(spec.activation(), gate(tape, all, 2));
    Value out = tape.apply(spec.recurrentActivation(), gate(tape, all, 3));
    Value memory = tape.sum(tape.times(forget, before.memory), tape.times(in, candidate), 1);
    Value hidden = tape.times(out, tape.apply(spec.activation(), memory));
    return new State(hidden, memory);
  }

  /** Cho et al., 2014, the reset gate applied after the product; gates: update, reset, hidden. */
  private static State resetAfter(
      GRU.Spec spec,
      Tape tape,
      Value recurrent,
      @Nullable Value recurrentBias,
      Value input,
      State before) {
    long units = before.hidden.columns();
    Value inner = tape.product(before.hidden, recurrent);
    if (recurrentBias != null) {
      inner = tape.sum(inner, recurrentBias, 1);
    }
    Value gates = tape.sum(tape.columns(input, 0, 2 * units), tape.columns(inner, 0, 2 * units), 1);
    Value update = tape.apply(spec.recurrentActivation(), tape.columns(gates, 0, units));
    Value reset = tape.apply(spec.recurrentActivation(), tape.columns(gates, units, units));
    Value recalled = tape.times(reset, tape.columns(inner, 2 * units, units));
    Value sum = tape.sum(tape.columns(input, 2 * units, units), recalled, 1);
    return mix(tape, update, before.hidden, tape.apply(spec.activation(), sum));
  }

  /** The reset gate applied to the hidden state before the product. */
  private static RecurrentCell resetBefore(GRU.Spec spec, Tape tape, Value recurrent) {
    long units = recurrent.rows();
    Value forGates = tape.columns(recurrent, 0, 2 * units);
    Value forHidden = tape.columns(recurrent, 2 * units, units);
    return (input, before) -> {
      Value gates = recur(tape, forGates, tape.columns(input, 0, 2 * units), before.hidden);
      Value update = tape.apply(spec.recurrentActivation(), tape.columns(gates, 0, units));
      Value reset = tape.apply(spec.recurrentActivation(), tape.columns(gates, units, units));
      Value kept = tape.times(reset, before.hidden);
      Value sum = recur(tape, forHidden, tape.columns(input, 2 * units, units), kept);
      return mix(tape, update, before.hidden, tape.apply(spec.activation(), sum));
    };
  }

  /** update * hidden + (1 - update) * candidate = candidate + update * (hidden - candidate). */
  private static State mix(Tape tape, Value update, Value hidden, Value candidate) {
    Value difference = tape.sum(hidden, candidate, -1);
    Value mixed = tape.sum(candidate, tape.times(update, difference), 1);
    return new State(mixed, mixed);
  }
}
