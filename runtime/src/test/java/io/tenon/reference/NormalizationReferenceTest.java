package io.tenon.reference;

import static io.tenon.reference.NormalizationReference.key;
import static io.tenon.reference.NormalizationReference.statistics;
import static io.tenon.reference.NormalizationReference.weight;

import io.tenon.dsl.Layers;
import io.tenon.reference.NormalizationReference.Statistics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Normalizations, over random shapes and parameters. */
class NormalizationReferenceTest {
  @Property(tries = 90)
  void batch(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw);
    int axis = axis(draw, shape);
    boolean scale = draw.flip();
    boolean center = draw.flip();
    boolean training = draw.flip();
    double epsilon = draw.any(List.of(1e-3, 0.1));
    var spec =
        Layers.batchNormalization()
            .axis(written(draw, axis, shape))
            .scale(scale)
            .center(center)
            .epsilon(epsilon)
            .get();
    Numbers mask = shape.length > 2 && draw.once(3) ? draw.mask(shape[0], shape[1]) : null;
    Comparison comparison = Comparison.of(spec, draw.random(), shape).positiveWeights();
    if (mask != null) {
      comparison.masked(mask);
    }
    (training ? comparison.inTraining() : comparison)
        .agreesWith(
            Reference.plain(
                (x, weights) -> {
                  int moving = (scale ? 1 : 0) + (center ? 1 : 0);
                  Map<String, Statistics> batch = statistics(x, at -> key(at, axis), mask);
                  return NormalizationReference.normalize(
                      x,
                      at ->
                          training
                              ? batch.get(key(at, axis))
                              : new Statistics(
                                  weight(weights.get(moving), at, axis),
                                  weight(weights.get(moving + 1), at, axis)),
                      epsilon,
                      at -> scale ? weight(weights.get(0), at, axis) : 1,
                      at -> center ? weight(weights.get(scale ? 1 : 0), at, axis) : 0);
                }));
  }

  @Property(tries = 60)
  void layer(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw);
    int[] axes =
        draw.flip()
            ? new int[] {shape.length - 1}
            : draw.random()
                .ints(draw.between(1, 2 * shape.length), 1, shape.length)
                .distinct()
                .toArray();
    boolean scale = draw.flip();
    boolean center = draw.flip();
    int[] written = Arrays.stream(axes).map(axis -> written(draw, axis, shape)).toArray();
    var spec =
        Layers.layerNormalization().axis(written).scale(scale).center(center).epsilon(0.01).get();
    int[] sorted = Arrays.stream(axes).sorted().toArray();
    int[] sizes = Arrays.stream(sorted).map(axis -> shape[axis]).toArray();
    int[] others =
        IntStream.range(0, shape.length)
            .filter(axis -> Arrays.binarySearch(sorted, axis) < 0)
            .toArray();
    Comparison.of(spec, draw.random(), shape)
        .agreesWith(
            Reference.plain(
                (x, weights) -> {
                  // Whatever the order of the axes, Keras lays the weights out as the tensor lies.
                  List<Numbers> laid = weights.stream().map(each -> each.reshape(sizes)).toList();
                  Function<int[], String> row = at -> key(at, others);
                  Map<String, Statistics> rows = statistics(x, row, null);
                  return NormalizationReference.normalize(
                      x,
                      at -> rows.get(row.apply(at)),
                      0.01,
                      at -> scale ? weight(laid.get(0), at, sorted) : 1,
                      at -> center ? weight(laid.get(scale ? 1 : 0), at, sorted) : 0);
                }));
  }

  @Property(tries = 40)
  void layerWithItsMean(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw);
    int axis = axis(draw, shape);
    var spec =
        Layers.layerNormalization()
            .axis(written(draw, axis, shape))
            .scale(draw.flip())
            .center(draw.flip())
            .rmsScaling(true)
            .epsilon(0.01)
            .get();
    int[] others = IntStream.range(0, shape.length).filter(each -> each != axis).toArray();
    Comparison.of(spec, draw.random(), shape)
        .agreesWith(
            Reference.plain(
                (x, weights) -> {
                  Map<String, Statistics> rows = statistics(x, at -> key(at, others), null);
                  return NormalizationReference.normalize(
                      x,
                      at -> new Statistics(0, rows.get(key(at, others)).variance()),
                      0.01,
                      at -> weight(weights.get(0), at, axis),
                      at -> 0.0);
                }));
  }

  @Property(tries = 40)
  void meanSquare(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw);
    int count = draw.between(1, shape.length - 1);
    int[] axes = IntStream.range(shape.length - count, shape.length).toArray();
    int[] others = IntStream.range(0, shape.length - count).toArray();
    int[] written = Arrays.stream(axes).map(axis -> written(draw, axis, shape)).toArray();
    Comparison.of(Layers.rmsNormalization().axis(written).epsilon(0.01).get(), draw.random(), shape)
        .agreesWith(
            Reference.plain(
                (x, weights) -> {
                  Map<String, Statistics> rows = statistics(x, at -> key(at, others), null);
                  return NormalizationReference.normalize(
                      x,
                      at -> {
                        Statistics row = rows.get(key(at, others));
                        return new Statistics(0, row.variance() + row.mean() * row.mean());
                      },
                      0.01,
                      at -> weight(weights.get(0), at, axes),
                      at -> 0.0);
                }));
  }

  @Property(tries = 60)
  void group(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw);
    int axis = axis(draw, shape);
    int groups = draw.between(1, 3);
    shape[axis] = groups * draw.between(1, 3);
    int each = shape[axis] / groups;
    boolean scale = draw.flip();
    boolean center = draw.flip();
    var spec =
        Layers.groupNormalization()
            .groups(groups)
            .axis(written(draw, axis, shape))
            .scale(scale)
            .center(center)
            .epsilon(0.01)
            .get();
    Comparison.of(spec, draw.random(), shape)
        .agreesWith(
            Reference.plain(
                (x, weights) -> {
                  Function<int[], String> set = at -> at[0] + "/" + at[axis] / each;
                  Map<String, Statistics> sets = statistics(x, set, null);
                  return NormalizationReference.normalize(
                      x,
                      at -> sets.get(set.apply(at)),
                      0.01,
                      at -> scale ? weight(weights.get(0), at, axis) : 1,
                      at -> center ? weight(weights.get(scale ? 1 : 0), at, axis) : 0);
                }));
  }

  @Property(tries = 20)
  void unit(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw);
    int[] axes =
        draw.random().ints(1, shape.length).distinct().limit(shape.length > 2 ? 2 : 1).toArray();
    shape[axes[0]] = draw.between(2, 6); // a single number has no direction but its sign
    var spec = Layers.unitNormalization().axis(axes).get();
    Comparison.of(spec, draw.random(), shape)
        .agreesWith(Reference.plain((x, none) -> NormalizationReference.unit(x, axes)));
  }

  /** The last one more often than others. */
  private static int axis(Draw draw, int[] shape) {
    return draw.flip() ? shape.length - 1 : draw.between(1, shape.length - 1);
  }

  /** As one may write an axis: by its number, or counted from the end. */
  private static int written(Draw draw, int axis, int[] shape) {
    return draw.flip() ? axis : axis - shape.length;
  }

  private static int[] shape(Draw draw) {
    int[] shape = draw.several(draw.between(2, 5), 1, 5);
    shape[0] = draw.between(1, 4);
    shape[shape.length - 1] = draw.between(1, 18);
    return shape;
  }
}
