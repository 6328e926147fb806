package io.tenon.reference;

import io.tenon.ActivationFunction;
import io.tenon.layer.GRU;
import io.tenon.layer.LSTM;
import io.tenon.layer.RecurrentSpec;
import io.tenon.layer.SimpleRNN;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** SimpleRNN, LSTM and GRU, sample by sample and step by step. */
final class RecurrentReference {
  private final RecurrentSpec spec;
  private final Numbers kernel;
  private final Numbers recurrent;
  private final @Nullable Numbers bias;

  RecurrentReference(RecurrentSpec spec, List<Numbers> weights) {
    this.spec = spec;
    this.kernel = weights.get(0);
    this.recurrent = weights.get(1);
    this.bias = spec.useBias() ? weights.get(2).reshape(spec.biasRows(), kernel.size(1)) : null;
  }

  /**
   * The result, and behind it the states if they are asked for.
   *
   * @param inputs the series, and perhaps the first states
   * @param mask (batch, time); a step that does not count keeps the states, and the output unless
   *     that is to be 0
   */
  List<Numbers> run(List<Numbers> inputs, boolean goBackwards, @Nullable Numbers mask) {
    Numbers x = inputs.get(0);
    int time = x.size(1);
    int units = spec.units();
    Numbers sequence = new Numbers(x.size(0), time, units);
    Numbers last = new Numbers(x.size(0), units);
    List<Numbers> ends = new ArrayList<>();
    for (int i = 0; i < spec.stateCount(); i++) {
      ends.add(inputs.size() > 1 ? inputs.get(i + 1).copy() : new Numbers(x.size(0), units));
    }
    for (int sample = 0; sample < x.size(0); sample++) {
      double[][] state = ends.stream().map(row(sample, units)).toArray(double[][]::new);
      double[] output = new double[units];
      for (int step = 0; step < time; step++) {
        int read = goBackwards ? time - 1 - step : step;
        if (mask == null || mask.get(sample, read) == 1) {
          double[] features = row(sample * time + read, x.size(2)).apply(x);
          state = step(features, state);
          output = state[0];
        } else if (spec.zeroOutputForMask()) {
          output = new double[units];
        }
        System.arraycopy(output, 0, sequence.values, (sample * time + step) * units, units);
      }
      System.arraycopy(output, 0, last.values, sample * units, units);
      for (int i = 0; i < state.length; i++) {
        System.arraycopy(state[i], 0, ends.get(i).values, sample * units, units);
      }
    }
    List<Numbers> results = new ArrayList<>(List.of(spec.returnSequences() ? sequence : last));
    if (spec.returnState()) {
      results.addAll(ends);
    }
    return results;
  }

  private static Function<Numbers, double[]> row(int index, int length) {
    return of -> Arrays.copyOfRange(of.values, index * length, (index + 1) * length);
  }

  private double[][] step(double[] x, double[][] state) {
    if (spec instanceof LSTM.Spec lstm) {
      return lstm(lstm, x, state);
    } else if (spec instanceof GRU.Spec gru) {
      return new double[][] {gru(gru, x, state[0])};
    }
    ActivationFunction function = ((SimpleRNN.Spec) spec).activation();
    double[] sum = plus(plus(times(x, kernel), times(state[0], recurrent)), bias(0));
    return new double[][] {apply(function, sum)};
  }

  /** Gates in Keras's order: input, forget, candidate, output. */
  private double[][] lstm(LSTM.Spec lstm, double[] x, double[][] state) {
    double[] all = plus(plus(times(x, kernel), times(state[0], recurrent)), bias(0));
    double[] in = apply(lstm.recurrentActivation(), gate(all, 0));
    double[] forget = apply(lstm.recurrentActivation(), gate(all, 1));
    double[] candidate = apply(lstm.activation(), gate(all, 2));
    double[] out = apply(lstm.recurrentActivation(), gate(all, 3));
    double[] memory = new double[in.length];
    Arrays.setAll(memory, i -> forget[i] * state[1][i] + in[i] * candidate[i]);
    double[] shown = apply(lstm.activation(), memory);
    Arrays.setAll(shown, i -> out[i] * shown[i]);
    return new double[][] {shown, memory};
  }

  /** Gates in Keras's order: update, reset, candidate. */
  private double[] gru(GRU.Spec gru, double[] x, double[] state) {
    double[] of = plus(times(x, kernel), bias(0));
    double[] back = times(state, recurrent);
    if (gru.resetAfter()) {
      back = plus(back, bias(1));
    }
    double[] update = apply(gru.recurrentActivation(), plus(gate(of, 0), gate(back, 0)));
    double[] reset = apply(gru.recurrentActivation(), plus(gate(of, 1), gate(back, 1)));
    double[] recalled = gate(back, 2);
    if (gru.resetAfter()) {
      double[] before = recalled.clone();
      Arrays.setAll(recalled, i -> reset[i] * before[i]);
    } else {
      double[] kept = state.clone();
      Arrays.setAll(kept, i -> reset[i] * state[i]);
      recalled = gate(times(kept, recurrent), 2);
    }
    double[] candidate = apply(gru.activation(), plus(gate(of, 2), recalled));
    double[] next = new double[candidate.length];
    Arrays.setAll(next, i -> update[i] * state[i] + (1 - update[i]) * candidate[i]);
    return next;
  }

  private double[] bias(int row) {
    int width = kernel.size(1);
    return bias == null ? new double[width] : row(row, width).apply(bias);
  }

  private double[] gate(double[] all, int index) {
    return Arrays.copyOfRange(all, index * spec.units(), (index + 1) * spec.units());
  }

  private static double[] times(double[] row, Numbers matrix) {
    double[] sums = new double[matrix.size(1)];
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += row[i] * matrix.get(i, j);
      }
    }
    return sums;
  }

  private static double[] plus(double[] left, double[] right) {
    double[] sum = left.clone();
    Arrays.setAll(sum, i -> left[i] + right[i]);
    return sum;
  }

  private static double[] apply(ActivationFunction function, double[] row) {
    Numbers one = new Numbers(1, row.length);
    System.arraycopy(row, 0, one.values, 0, row.length);
    return ActivationReference.apply(function, one).values;
  }
}
