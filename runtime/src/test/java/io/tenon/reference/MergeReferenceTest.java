package io.tenon.reference;

import io.tenon.dsl.Layers;
import io.tenon.layer.MergeSpec;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Merges, over random shapes, of which some are repeated. */
class MergeReferenceTest {
  private static final List<Supplier<? extends MergeSpec>> KINDS =
      List.of(
          Layers.add(),
          Layers.subtract(),
          Layers.multiply(),
          Layers.average(),
          Layers.maximum(),
          Layers.minimum());

  @Property(tries = 120)
  void elementByElement(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    MergeSpec spec = draw.any(KINDS).get();
    boolean two = spec.operation() == MergeSpec.Operation.SUBTRACT;
    int[] whole = draw.several(draw.between(2, 5), 1, 5);
    boolean repeats = draw.flip();
    int[][] shapes =
        IntStream.range(0, two ? 2 : draw.between(2, 4))
            .mapToObj(i -> repeats ? smaller(draw, whole) : whole)
            .toArray(int[][]::new);
    Comparison.of(spec, draw.random(), shapes)
        .agreesWith(
            Reference.one((inputs, none) -> MergeReference.merge(spec.operation(), inputs)));
  }

  /** Some axes of size 1, and perhaps fewer axes. */
  private static int[] smaller(Draw draw, int[] whole) {
    int[] shape = whole.clone();
    for (int axis = 1; axis < shape.length; axis++) {
      shape[axis] = draw.once(3) ? 1 : shape[axis];
    }
    if (shape.length > 2 && draw.once(3)) {
      int lacking = draw.between(1, shape.length - 2);
      int[] fewer = IntStream.range(lacking, shape.length).map(axis -> shape[axis]).toArray();
      fewer[0] = shape[0];
      return fewer;
    }
    return shape;
  }

  @Property(tries = 30)
  void concatenate(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] whole = draw.several(draw.between(2, 5), 1, 5);
    int axis = draw.between(1, whole.length - 1);
    int[][] shapes = new int[draw.between(2, 4)][];
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = whole.clone();
      shapes[i][axis] = draw.between(1, 6);
    }
    var spec = Layers.concatenate().axis(draw.flip() ? axis : axis - whole.length).get();
    Comparison.of(spec, draw.random(), shapes)
        .agreesWith(Reference.one((inputs, none) -> MergeReference.concatenate(axis, inputs)));
  }

  @Property(tries = 50)
  void dot(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] left = draw.several(draw.between(2, 4), 1, 5);
    int[] right = draw.several(draw.between(2, 4), 1, 5);
    right[0] = left[0];
    int leftAxis = draw.between(1, left.length - 1);
    int rightAxis = draw.between(1, right.length - 1);
    boolean normalize = draw.flip();
    // The direction of a single number has no gradient but what rounding leaves.
    left[leftAxis] = draw.between(normalize ? 2 : 1, 5);
    right[rightAxis] = left[leftAxis];
    int[] axes = {
      draw.flip() ? leftAxis : leftAxis - left.length,
      draw.flip() ? rightAxis : rightAxis - right.length
    };
    Comparison.of(Layers.dot(axes).normalize(normalize).get(), draw.random(), left, right)
        .agreesWith(
            Reference.one(
                (inputs, none) ->
                    MergeReference.dot(
                        inputs.get(0), leftAxis, inputs.get(1), rightAxis, normalize)));
  }
}
