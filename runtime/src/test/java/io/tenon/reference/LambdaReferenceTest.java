package io.tenon.reference;

import io.tenon.dsl.Layers;
import io.tenon.kernel.SameDiffFunction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Functions of one's own, which SameDiff differentiates, over random shapes. */
class LambdaReferenceTest {
  /** A function of several tensors of one shape, and the same of numbers. */
  private record Known(SameDiffFunction function, ByElement reference) {}

  private interface ByElement {
    double of(double[] read);
  }

  private static final List<Known> FUNCTIONS =
      List.of(
          new Known(x -> x[0].getSameDiff().math.abs(x[0].sub(x[1])), x -> Math.abs(x[0] - x[1])),
          new Known(x -> x[0].mul(x[1]).add(x[0]), x -> x[0] * x[1] + x[0]),
          new Known(x -> x[0].getSameDiff().math.tanh(x[0]).mul(2), x -> 2 * Math.tanh(x[0])),
          new Known(x -> x[1], x -> x[1]),
          new Known(x -> x[1].rsub(1).mul(x[0]).add(x[1]), x -> (1 - x[1]) * x[0] + x[1]));

  @Property(tries = 40)
  void elementByElement(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    Known known = draw.any(FUNCTIONS);
    int[] shape = draw.several(draw.between(2, 4), 1, 5);
    Comparison.of(Layers.lambda(known.function).get(), draw.random(), shape, shape)
        .agreesWith(
            Reference.one(
                (inputs, none) -> {
                  Numbers y = new Numbers(shape);
                  Arrays.setAll(
                      y.values,
                      i ->
                          known.reference.of(
                              inputs.stream().mapToDouble(x -> x.values[i]).toArray()));
                  return y;
                }));
  }

  /** A shape of its own: the sum along the last axis. */
  @Property(tries = 20)
  void anotherShape(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = draw.several(3, 1, 5);
    SameDiffFunction sum = x -> x[0].sum(2);
    Comparison.of(
            Layers.lambda(sum).outputShape(Integer.toString(shape[1])).get(), draw.random(), shape)
        .agreesWith(
            Reference.plain(
                (x, none) -> {
                  Numbers y = new Numbers(shape[0], shape[1]);
                  IntStream.range(0, x.values.length)
                      .forEach(i -> y.values[i / shape[2]] += x.values[i]);
                  return y;
                }));
  }
}
