package io.tenon.reference;

import static io.tenon.reference.NormalizationReference.key;
import static io.tenon.reference.NormalizationReference.statistics;
import static io.tenon.reference.NormalizationReference.weight;

import io.tenon.dsl.Layers;
import io.tenon.reference.NormalizationReference.Statistics;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Normalizations, over random shapes and parameters. */
class NormalizationReferenceTest {
  @Property(tries = 40)
  void batch(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw);
    int axis = shape.length - 1;
    boolean scale = draw.flip();
    boolean center = draw.flip();
    boolean training = draw.flip();
    double epsilon = draw.any(List.of(1e-3, 0.1));
    var spec = Layers.batchNormalization().scale(scale).center(center).epsilon(epsilon).get();
    Comparison comparison = Comparison.of(spec, draw.random(), shape).positiveWeights();
    (training ? comparison.inTraining() : comparison)
        .agreesWith(
            Reference.plain(
                (x, weights) -> {
                  int moving = (scale ? 1 : 0) + (center ? 1 : 0);
                  Map<String, Statistics> batch = statistics(x, at -> key(at, axis), null);
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

  @Property(tries = 30)
  void layer(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw);
    int axis = shape.length - 1;
    boolean scale = draw.flip();
    boolean center = draw.flip();
    var spec = Layers.layerNormalization().scale(scale).center(center).epsilon(0.01).get();
    Comparison.of(spec, draw.random(), shape)
        .agreesWith(
            Reference.plain(
                (x, weights) -> {
                  Function<int[], String> row = at -> key(at, IntStream.range(0, axis).toArray());
                  Map<String, Statistics> rows = statistics(x, row, null);
                  return NormalizationReference.normalize(
                      x,
                      at -> rows.get(row.apply(at)),
                      0.01,
                      at -> scale ? weight(weights.get(0), at, axis) : 1,
                      at -> center ? weight(weights.get(scale ? 1 : 0), at, axis) : 0);
                }));
  }

  @Property(tries = 30)
  void group(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw);
    int last = shape.length - 1;
    int groups = draw.between(1, 3);
    shape[last] = groups * draw.between(1, 3);
    int each = shape[last] / groups;
    boolean scale = draw.flip();
    boolean center = draw.flip();
    var spec =
        Layers.groupNormalization().groups(groups).scale(scale).center(center).epsilon(0.01).get();
    Comparison.of(spec, draw.random(), shape)
        .agreesWith(
            Reference.plain(
                (x, weights) -> {
                  Function<int[], String> set = at -> at[0] + "/" + at[last] / each;
                  Map<String, Statistics> sets = statistics(x, set, null);
                  return NormalizationReference.normalize(
                      x,
                      at -> sets.get(set.apply(at)),
                      0.01,
                      at -> scale ? weight(weights.get(0), at, last) : 1,
                      at -> center ? weight(weights.get(scale ? 1 : 0), at, last) : 0);
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

  private static int[] shape(Draw draw) {
    int[] shape = draw.several(draw.between(2, 5), 1, 5);
    shape[0] = draw.between(1, 4);
    shape[shape.length - 1] = draw.between(1, 18);
    return shape;
  }
}
