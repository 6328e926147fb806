package io.tenon.reference;

import io.tenon.ActivationFunction;
import io.tenon.dsl.Layers;
import io.tenon.layer.Bidirectional.MergeMode;
import io.tenon.layer.MergeSpec;
import io.tenon.layer.RecurrentSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Recurrent layers, over random shapes, parameters and masks. */
class RecurrentReferenceTest {
  /** Functions that stay small over many steps, or nearly so. */
  private static final List<ActivationFunction> FUNCTIONS =
      List.of(
          ActivationFunction.TANH,
          ActivationFunction.TANH,
          ActivationFunction.SIGMOID,
          ActivationFunction.HARD_SIGMOID,
          ActivationFunction.SOFTSIGN,
          ActivationFunction.RELU,
          ActivationFunction.ELU,
          ActivationFunction.LINEAR,
          ActivationFunction.SOFTMAX);

  /** Functions for gates: from 0 to 1, so that nothing grows from step to step. */
  private static final List<ActivationFunction> GATES =
      List.of(
          ActivationFunction.SIGMOID,
          ActivationFunction.SIGMOID,
          ActivationFunction.HARD_SIGMOID,
          ActivationFunction.SOFTMAX);

  @Property(tries = 80)
  void alone(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    RecurrentSpec spec = spec(draw, draw.flip(), draw.once(3), draw.flip());
    int[] series = series(draw);
    int[] state = {series[0], spec.units()};
    boolean given = draw.once(3);
    int[][] shapes =
        IntStream.rangeClosed(0, given ? spec.stateCount() : 0)
            .mapToObj(i -> i == 0 ? series : state)
            .toArray(int[][]::new);
    Numbers mask = given || draw.flip() ? null : anyMask(draw, series);
    Comparison comparison = Comparison.of(spec, draw.random(), shapes).weightScale(0.3);
    (mask == null ? comparison : comparison.masked(mask))
        .agreesWith(
            (inputs, weights) ->
                new RecurrentReference(spec, weights).run(inputs, spec.goBackwards(), mask));
  }

  @Property(tries = 80)
  void bothWays(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    RecurrentSpec layer = spec(draw, draw.flip(), draw.once(3), false);
    MergeMode mode = draw.any(Arrays.asList(MergeMode.values()));
    int[] series = series(draw);
    int[] state = {series[0], layer.units()};
    int states = draw.once(3) ? layer.stateCount() : 0;
    int[][] shapes =
        IntStream.rangeClosed(0, 2 * states)
            .mapToObj(i -> i == 0 ? series : state)
            .toArray(int[][]::new);
    Numbers mask = draw.flip() ? null : anyMask(draw, series);
    List<@Nullable Numbers> masks = new ArrayList<>(Collections.nCopies(shapes.length, null));
    masks.set(0, mask);
    Comparison.of(Layers.bidirectional(() -> layer).mergeMode(mode).get(), draw.random(), shapes)
        .weightScale(0.3)
        .masked(masks)
        .givesMask(layer.returnSequences() ? mask : null)
        .agreesWith(
            (inputs, weights) -> {
              int half = weights.size() / 2;
              List<Numbers> there = new ArrayList<>(inputs.subList(0, 1 + states));
              List<Numbers> back = new ArrayList<>(inputs.subList(0, 1));
              back.addAll(inputs.subList(1 + states, 1 + 2 * states));
              there = direction(layer, there, weights.subList(0, half), false, mask);
              back = direction(layer, back, weights.subList(half, 2 * half), true, mask);
              List<Numbers> results = new ArrayList<>();
              if (mode == MergeMode.NONE) {
                results.add(there.get(0));
                results.add(back.get(0));
              } else {
                results.add(merge(mode, List.of(there.get(0), back.get(0))));
              }
              results.addAll(there.subList(1, there.size()));
              results.addAll(back.subList(1, back.size()));
              return results;
            });
  }

  /** One direction, in the order of time; steps that do not count give 0, as Keras has it here. */
  private static List<Numbers> direction(
      RecurrentSpec layer,
      List<Numbers> inputs,
      List<Numbers> weights,
      boolean back,
      @Nullable Numbers mask) {
    RecurrentSpec plain = layer.withZeroOutputForMask(false);
    List<Numbers> found = new RecurrentReference(plain, weights).run(inputs, back, mask);
    if (!layer.returnSequences()) {
      return found;
    }
    int time = inputs.get(0).size(1);
    Numbers sequence = found.get(0);
    Numbers ordered = new Numbers(sequence.sizes);
    for (int i = 0; i < ordered.values.length; i++) {
      int[] at = ordered.position(i);
      int step = back ? time - 1 - at[1] : at[1];
      double counts = mask == null ? 1 : mask.get(at[0], at[1]);
      ordered.values[i] = counts * sequence.get(at[0], step, at[2]);
    }
    List<Numbers> results = new ArrayList<>(found);
    results.set(0, ordered);
    return results;
  }

  private static Numbers merge(MergeMode mode, List<Numbers> both) {
    return switch (mode) {
      case CONCAT -> MergeReference.concatenate(both.get(0).rank() - 1, both);
      case SUM -> MergeReference.merge(MergeSpec.Operation.ADD, both);
      case MUL -> MergeReference.merge(MergeSpec.Operation.MULTIPLY, both);
      case AVE -> MergeReference.merge(MergeSpec.Operation.AVERAGE, both);
      case NONE -> throw new IllegalArgumentException("nothing is merged");
    };
  }

  /** Steps that count or not, at any place; now and then none of a sample does. */
  private static Numbers anyMask(Draw draw, int[] series) {
    Numbers mask = new Numbers(series[0], series[1]);
    Arrays.setAll(mask.values, i -> draw.once(3) ? 0 : 1);
    return mask;
  }

  private static int[] series(Draw draw) {
    int features = draw.once(4) ? 17 : draw.between(1, 5);
    return new int[] {draw.between(1, 5), draw.between(1, 7), features};
  }

  private static RecurrentSpec spec(
      Draw draw, boolean sequences, boolean states, boolean backwards) {
    int units = draw.once(4) ? 16 : draw.between(1, 6);
    boolean bias = draw.flip();
    boolean zero = draw.flip();
    ActivationFunction function = draw.any(FUNCTIONS);
    ActivationFunction gates = draw.any(GATES);
    return switch (draw.between(0, 2)) {
      case 0 ->
          Layers.simpleRNN(units)
              .activation(function)
              .useBias(bias)
              .returnSequences(sequences)
              .returnState(states)
              .goBackwards(backwards)
              .zeroOutputForMask(zero)
              .get();
      case 1 ->
          Layers.lstm(units)
              .activation(function)
              .recurrentActivation(gates)
              .useBias(bias)
              .returnSequences(sequences)
              .returnState(states)
              .goBackwards(backwards)
              .zeroOutputForMask(zero)
              .get();
      default ->
          Layers.gru(units)
              .activation(function)
              .recurrentActivation(gates)
              .resetAfter(draw.flip())
              .useBias(bias)
              .returnSequences(sequences)
              .returnState(states)
              .goBackwards(backwards)
              .zeroOutputForMask(zero)
              .get();
    };
  }
}
