package io.tenon.reference;

import io.tenon.dsl.Layers;
import io.tenon.layer.Dense;
import io.tenon.layer.LayerSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Layers of single elements and rows, over random shapes and parameters. */
class DenseReferenceTest {
  @Property(tries = 60)
  void dense(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    Dense.Spec spec =
        Layers.dense(draw.between(1, 40)).activation(draw.activation()).useBias(draw.flip()).get();
    int[] shape = draw.several(draw.between(2, 5), 1, 5);
    shape[shape.length - 1] = draw.between(1, 40);
    Comparison.of(spec, draw.random(), shape)
        .weightScale(1 / Math.sqrt(shape[shape.length - 1]))
        .agreesWith(Reference.plain((x, weights) -> DenseReference.run(spec, x, weights)));
  }

  @Property(tries = 40)
  void activation(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    var spec = Layers.activation(draw.activation()).get();
    check(draw, spec, (x, none) -> ActivationReference.apply(spec.activation(), x));
  }

  @Property(tries = 20)
  void softmax(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw);
    int axis = draw.between(1, shape.length - 1);
    var spec = Layers.softmax().axis(draw.flip() ? axis : axis - shape.length).get();
    Comparison.of(spec, draw.random(), shape)
        .agreesWith(
            Reference.plain(
                (x, none) -> {
                  Numbers y = x.copy();
                  ActivationReference.softmax(y, axis, false);
                  return y;
                }));
  }

  @Property(tries = 30)
  void softmaxAlongSeveralAxes(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = draw.several(draw.between(3, 5), 1, 4);
    int left = draw.between(1, shape.length - 1);
    List<Integer> axes =
        IntStream.range(1, shape.length)
            .filter(axis -> axis != left || shape.length == 3)
            .boxed()
            .toList();
    int[] written =
        axes.stream().mapToInt(axis -> draw.flip() ? axis : axis - shape.length).toArray();
    Comparison.of(Layers.softmax().axis(written).get(), draw.random(), shape)
        .agreesWith(Reference.plain((x, none) -> shares(x, axes)));
  }

  private static Numbers shares(Numbers x, List<Integer> axes) {
    Map<String, Double> sums = new HashMap<>();
    String[] keys = new String[x.values.length];
    for (int i = 0; i < keys.length; i++) {
      int[] at = x.position(i);
      axes.forEach(axis -> at[axis] = 0);
      keys[i] = Arrays.toString(at);
      sums.merge(keys[i], Math.exp(x.values[i]), Double::sum);
    }
    Numbers y = x.copy();
    Arrays.setAll(y.values, i -> Math.exp(x.values[i]) / sums.get(keys[i]));
    return y;
  }

  @Property(tries = 20)
  void relu(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    double most = draw.flip() ? Double.POSITIVE_INFINITY : draw.random().nextDouble() + 0.5;
    double slope = draw.flip() ? 0 : draw.random().nextDouble();
    double threshold = draw.flip() ? 0 : draw.random().nextDouble() * 0.4;
    var spec = Layers.relu().maxValue(most).negativeSlope(slope).threshold(threshold).get();
    check(draw, spec, elements(x -> x >= threshold ? Math.min(x, most) : slope * (x - threshold)));
  }

  @Property(tries = 20)
  void leakyReluAndElu(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    double slope = draw.random().nextDouble();
    check(
        draw, Layers.leakyReLU().negativeSlope(slope).get(), elements(x -> x >= 0 ? x : slope * x));
    check(draw, Layers.elu().alpha(slope).get(), elements(x -> x > 0 ? x : slope * Math.expm1(x)));
  }

  @Property(tries = 20)
  void threshold(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    double threshold = draw.random().nextGaussian();
    double otherwise = draw.random().nextGaussian();
    check(
        draw,
        Layers.threshold(threshold, otherwise).get(),
        elements(x -> x > threshold ? x : otherwise));
  }

  @Property(tries = 20)
  void glu(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw);
    int axis = draw.between(1, shape.length - 1);
    int half = shape[axis];
    shape[axis] *= 2;
    check(
        draw,
        Layers.glu().axis(draw.flip() ? axis : axis - shape.length).get(),
        shape,
        (x, none) -> {
          int[] sizes = shape.clone();
          sizes[axis] = half;
          Numbers y = new Numbers(sizes);
          for (int i = 0; i < y.values.length; i++) {
            int[] at = y.position(i);
            double linear = x.get(at);
            at[axis] += half;
            y.values[i] = linear / (1 + Math.exp(-x.get(at)));
          }
          return y;
        });
  }

  @Property(tries = 20)
  void prelu(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw);
    int[] shared =
        draw.random().ints(1, shape.length).distinct().limit(draw.between(0, 1)).toArray();
    check(
        draw,
        Layers.prelu().sharedAxes(shared).get(),
        shape,
        (x, weights) -> {
          Numbers y = x.copy();
          for (int i = 0; i < y.values.length; i++) {
            int[] at = y.position(i);
            for (int axis : shared) {
              at[axis] = 0;
            }
            double slope = weights.get(0).get(Arrays.copyOfRange(at, 1, at.length));
            y.values[i] = x.values[i] > 0 ? x.values[i] : slope * x.values[i];
          }
          return y;
        });
  }

  @Property(tries = 10)
  void rescaling(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    double scale = draw.random().nextGaussian();
    double offset = draw.random().nextGaussian();
    check(draw, Layers.rescaling(scale).offset(offset).get(), elements(x -> x * scale + offset));
  }

  @Property(tries = 20)
  void rescalingOfChannels(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw);
    double[] scale = numbers(draw, draw.flip() ? 1 : shape[shape.length - 1]);
    double[] offset = numbers(draw, draw.flip() ? 1 : shape[shape.length - 1]);
    check(
        draw,
        Layers.rescaling(scale).offset(offset).get(),
        shape,
        (x, none) -> {
          Numbers y = x.copy();
          for (int i = 0; i < y.values.length; i++) {
            int channel = y.position(i)[shape.length - 1];
            y.values[i] =
                x.values[i] * scale[channel % scale.length] + offset[channel % offset.length];
          }
          return y;
        });
  }

  private static double[] numbers(Draw draw, int count) {
    return draw.random().doubles(count, 0.1, 2).toArray();
  }

  private interface OfElement {
    double of(double x);
  }

  private static Reference.Plain elements(OfElement function) {
    return (x, weights) -> {
      Numbers y = x.copy();
      Arrays.setAll(y.values, i -> function.of(x.values[i]));
      return y;
    };
  }

  private static int[] shape(Draw draw) {
    return draw.several(draw.between(2, 5), 1, 6);
  }

  private static void check(Draw draw, LayerSpec spec, Reference.Plain reference) {
    check(draw, spec, shape(draw), reference);
  }

  private static void check(Draw draw, LayerSpec spec, int[] shape, Reference.Plain reference) {
    Comparison.of(spec, draw.random(), shape).agreesWith(Reference.plain(reference));
  }
}
