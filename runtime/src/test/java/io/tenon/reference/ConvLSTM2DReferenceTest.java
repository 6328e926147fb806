package io.tenon.reference;

import static io.tenon.ActivationFunction.HARD_SIGMOID;
import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.ActivationFunction.TANH;

import io.tenon.Padding;
import io.tenon.dsl.Layers;
import io.tenon.layer.ConvLSTM2D;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** ConvLSTM2D, over random shapes and parameters: an LSTM whose products are convolutions. */
class ConvLSTM2DReferenceTest {
  @Property(tries = 40)
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
            .goBackwards(draw.flip())
            .get();
    Comparison.of(spec, draw.random(), shape)
        .agreesWith(Reference.plain((x, weights) -> run(spec, x, weights)));
  }

  private static Numbers run(ConvLSTM2D.Spec spec, Numbers x, List<Numbers> weights) {
    int time = x.size(1);
    int filters = spec.filters();
    Numbers hidden = null;
    Numbers memory = null;
    Numbers all = null;
    for (int step = 0; step < time; step++) {
      Numbers frame = frame(x, spec.goBackwards() ? time - 1 - step : step);
      Windows windows =
          Windows.over(
              frame, spec.kernelSize(), spec.strides(), spec.dilationRate(), spec.padding());
      Numbers gates = ConvolutionReference.convolve(windows, frame, weights.get(0), 1);
      if (hidden == null || memory == null) {
        hidden = new Numbers(gates.size(0), gates.size(1), gates.size(2), filters);
        memory = new Numbers(hidden.sizes);
        all = new Numbers(gates.size(0), time, gates.size(1), gates.size(2), filters);
      }
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
      memory = nextMemory;
      hidden = nextHidden;
      put(hidden, all, step);
    }
    return spec.returnSequences() ? all : hidden;
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
