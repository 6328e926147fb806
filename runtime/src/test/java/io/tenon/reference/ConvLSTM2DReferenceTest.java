package io.tenon.reference;

import static io.tenon.ActivationFunction.HARD_SIGMOID;
import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.ActivationFunction.TANH;

import io.tenon.Padding;
import io.tenon.dsl.Layers;
import io.tenon.layer.ConvLSTM2D;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * ConvLSTM2D, over random shapes, parameters and masks: an LSTM whose products are convolutions.
 */
class ConvLSTM2DReferenceTest {
  @Property(tries = 80)
  void convLSTM2D(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = draw.several(5, 1, 6);
    shape[0] = draw.between(1, 3);
    shape[1] = draw.between(1, 3);
    int[] kernel = {draw.between(1, Math.min(3, shape[2])), draw.between(1, Math.min(3, shape[3]))};
    boolean strided = draw.flip();
    ConvLSTM2D.Spec spec =
        Layers.convLSTM2D(draw.between(1, 3), kernel)
            .strides(strided ? draw.between(1, 2) : 1)
            .dilationRate(strided || kernel[0] > 1 || kernel[1] > 1 ? 1 : 2)
            .padding(draw.padding())
            .activation(draw.any(List.of(TANH, RELU)))
            .recurrentActivation(draw.any(List.of(SIGMOID, HARD_SIGMOID)))
            .useBias(draw.flip())
            .returnSequences(draw.flip())
            .returnState(draw.once(3))
            .goBackwards(draw.flip())
            .zeroOutputForMask(draw.flip())
            .get();
    boolean given = draw.once(3);
    long[] in = Arrays.stream(shape).skip(1).asLongStream().toArray();
    int[] state = stateSizes(spec, shape[0], in);
    Comparison comparison =
        given
            ? Comparison.of(spec, draw.random(), shape, state, state)
            : Comparison.of(spec, draw.random(), shape);
    Numbers mask = given || draw.flip() ? null : anyMask(draw, shape);
    (mask == null ? comparison : comparison.masked(mask))
        .agreesWith((inputs, weights) -> run(spec, spec.goBackwards(), inputs, weights, mask));
  }

  /** Both ways, channels one after the other; steps that do not count give 0, as Keras has it. */
  @Property(tries = 30)
  void bothWays(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = {draw.between(1, 3), draw.between(1, 3), 3, 4, draw.between(1, 2)};
    ConvLSTM2D.Spec spec =
        Layers.convLSTM2D(draw.between(1, 3), 2, draw.between(1, 2))
            .padding(draw.padding())
            .returnSequences(draw.flip())
            .returnState(draw.once(3))
            .get();
    Numbers mask = draw.flip() ? null : anyMask(draw, shape);
    Comparison comparison =
        Comparison.of(Layers.bidirectional(() -> spec).get(), draw.random(), shape);
    (mask == null ? comparison : comparison.masked(mask))
        .givesMask(spec.returnSequences() ? mask : null)
        .agreesWith(
            (inputs, weights) -> {
              int half = weights.size() / 2;
              List<Numbers> there = run(spec, false, inputs, weights.subList(0, half), mask);
              List<Numbers> back = run(spec, true, inputs, weights.subList(half, 2 * half), mask);
              Numbers one =
                  spec.returnSequences() ? inTime(there.get(0), false, mask) : there.get(0);
              Numbers other =
                  spec.returnSequences() ? inTime(back.get(0), true, mask) : back.get(0);
              List<Numbers> results = new ArrayList<>();
              results.add(MergeReference.concatenate(one.rank() - 1, List.of(one, other)));
              results.addAll(there.subList(1, there.size()));
              results.addAll(back.subList(1, back.size()));
              return results;
            });
  }

  private static Numbers inTime(Numbers read, boolean back, @Nullable Numbers mask) {
    Numbers ordered = new Numbers(read.sizes);
    for (int i = 0; i < ordered.values.length; i++) {
      int[] at = ordered.position(i);
      double counts = mask == null ? 1 : mask.get(at[0], at[1]);
      at[1] = back ? read.size(1) - 1 - at[1] : at[1];
      ordered.values[i] = counts * read.get(at);
    }
    return ordered;
  }

  /** (batch, height, width, filters). */
  private static int[] stateSizes(ConvLSTM2D.Spec spec, int batch, long[] in) {
    long[] frame = Arrays.copyOfRange(in, 1, in.length);
    long[] out =
        spec.inputConvolution()
            .infer(List.of(TensorType.float32(Shape.of(frame))))
            .output()
            .shape()
            .sizes();
    return new int[] {batch, (int) out[0], (int) out[1], spec.filters()};
  }

  /** Steps that count or not, at any place. */
  private static Numbers anyMask(Draw draw, int[] shape) {
    Numbers mask = new Numbers(shape[0], shape[1]);
    Arrays.setAll(mask.values, i -> draw.once(3) ? 0 : 1);
    return mask;
  }

  private static List<Numbers> run(
      ConvLSTM2D.Spec spec,
      boolean back,
      List<Numbers> inputs,
      List<Numbers> weights,
      @Nullable Numbers mask) {
    Numbers x = inputs.get(0);
    int time = x.size(1);
    long[] in = Arrays.stream(x.sizes).skip(1).asLongStream().toArray();
    int[] state = stateSizes(spec, x.size(0), in);
    boolean given = inputs.size() > 1;
    Numbers hidden = given ? inputs.get(1) : new Numbers(state);
    Numbers memory = given ? inputs.get(2) : new Numbers(state);
    Numbers output = new Numbers(state);
    Numbers all = new Numbers(state[0], time, state[1], state[2], state[3]);
    for (int step = 0; step < time; step++) {
      int read = back ? time - 1 - step : step;
      List<Numbers> next = step(spec, frame(x, read), hidden, memory, weights);
      Numbers before = spec.zeroOutputForMask() ? new Numbers(state) : output;
      output = choose(mask, read, next.get(0), before);
      hidden = choose(mask, read, next.get(0), hidden);
      memory = choose(mask, read, next.get(1), memory);
      put(output, all, step);
    }
    List<Numbers> results = new ArrayList<>();
    results.add(spec.returnSequences() ? all : output);
    if (spec.returnState()) {
      results.addAll(List.of(hidden, memory));
    }
    return results;
  }

  private static Numbers choose(@Nullable Numbers mask, int step, Numbers counting, Numbers other) {
    if (mask == null) {
      return counting;
    }
    Numbers chosen = new Numbers(counting.sizes);
    int each = chosen.values.length / chosen.size(0);
    Arrays.setAll(chosen.values, i -> (mask.get(i / each, step) == 1 ? counting : other).values[i]);
    return chosen;
  }

  /** The hidden state and the memory after a step. */
  private static List<Numbers> step(
      ConvLSTM2D.Spec spec, Numbers frame, Numbers hidden, Numbers memory, List<Numbers> weights) {
    int filters = spec.filters();
    Windows windows =
        Windows.over(frame, spec.kernelSize(), spec.strides(), spec.dilationRate(), spec.padding());
    Numbers gates = ConvolutionReference.convolve(windows, frame, weights.get(0), 1);
    List<Integer> ones = List.of(1, 1);
    Windows same = Windows.over(hidden, spec.kernelSize(), ones, ones, Padding.SAME);
    Numbers back = ConvolutionReference.convolve(same, hidden, weights.get(1), 1);
    Numbers nextMemory = new Numbers(memory.sizes);
    Numbers nextHidden = new Numbers(memory.sizes);
    for (int i = 0; i < memory.values.length; i++) {
      double[] gate = new double[4];
      for (int g = 0; g < 4; g++) {
        int channel = g * filters + i % filters;
        int at = i / filters * 4 * filters + channel;
        double bias = spec.useBias() ? weights.get(2).values[channel] : 0;
        var function = g == 2 ? spec.activation() : spec.recurrentActivation();
        gate[g] = ActivationReference.apply(function, gates.values[at] + back.values[at] + bias);
      }
      nextMemory.values[i] = gate[1] * memory.values[i] + gate[0] * gate[2];
      nextHidden.values[i] =
          gate[3] * ActivationReference.apply(spec.activation(), nextMemory.values[i]);
    }
    return List.of(nextHidden, nextMemory);
  }

  private static Numbers frame(Numbers x, int step) {
    Numbers frame = new Numbers(x.size(0), x.size(2), x.size(3), x.size(4));
    Arrays.setAll(
        frame.values,
        i -> {
          int[] at = frame.position(i);
          return x.get(at[0], step, at[1], at[2], at[3]);
        });
    return frame;
  }

  private static void put(Numbers frame, Numbers into, int step) {
    for (int i = 0; i < frame.values.length; i++) {
      int[] at = frame.position(i);
      into.set(frame.values[i], at[0], step, at[1], at[2], at[3]);
    }
  }
}
