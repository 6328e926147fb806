package io.tenon.reference;

import io.tenon.dsl.Layers;
import io.tenon.layer.Attention;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Attention, over random shapes, parameters and masks. */
class AttentionReferenceTest {
  @Property(tries = 50)
  void attention(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] query = draw.several(3, 1, 5);
    int[][] shapes = shapes(draw, query, query[2], query[2]);
    if (shapes.length > 2) {
      shapes[1][2] = draw.between(1, 5);
    }
    var mode = draw.any(Arrays.asList(Attention.ScoreMode.values()));
    var spec =
        Layers.attention().useScale(draw.flip()).scoreMode(mode).useCausalMask(draw.once(3)).get();
    List<Numbers> masks = masks(draw, shapes);
    masked(Comparison.of(spec, draw.random(), shapes), masks)
        .agreesWith(
            Reference.one(
                (inputs, weights) -> AttentionReference.attention(spec, inputs, weights, masks)));
  }

  @Property(tries = 50)
  void additive(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] query = draw.several(3, 1, 5);
    int[][] shapes = shapes(draw, query, query[2], query[2]);
    if (shapes.length > 2) {
      shapes[1][2] = draw.between(1, 5);
    }
    var spec = Layers.additiveAttention().useScale(draw.flip()).useCausalMask(draw.once(3)).get();
    List<Numbers> masks = masks(draw, shapes);
    masked(Comparison.of(spec, draw.random(), shapes), masks)
        .agreesWith(
            Reference.one(
                (inputs, weights) -> AttentionReference.attention(spec, inputs, weights, masks)));
  }

  @Property(tries = 50)
  void heads(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] query = draw.several(3, 1, 5);
    int[][] shapes = shapes(draw, query, draw.between(1, 5), draw.between(1, 5));
    var spec =
        Layers.multiHeadAttention(draw.between(1, 3), draw.between(1, 4))
            .valueDim(draw.between(0, 3))
            .outputShape(draw.flip() ? new int[] {draw.between(1, 4)} : new int[0])
            .useBias(draw.flip())
            .useCausalMask(draw.once(3))
            .get();
    List<Numbers> masks = masks(draw, shapes);
    Comparison comparison = masked(Comparison.of(spec, draw.random(), shapes), masks);
    if (!masks.isEmpty() && draw.flip()) {
      // From a query that does not count all is hidden: differences of its scores are lost.
      comparison.valuesAlone();
    } else {
      masks.stream().limit(1).forEach(mask -> Arrays.fill(mask.values, 1));
    }
    comparison.agreesWith(
        Reference.one((inputs, weights) -> AttentionReference.heads(spec, inputs, weights, masks)));
  }

  @Property(tries = 60)
  void headsAlongSomeAxes(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] query = draw.several(draw.between(4, 5), 1, 4);
    List<Integer> axes =
        IntStream.range(1, query.length - 1).filter(axis -> draw.flip()).boxed().toList();
    List<Integer> attended =
        axes.isEmpty() ? IntStream.range(1, query.length - 1).boxed().toList() : axes;
    int[] value = query.clone();
    attended.forEach(axis -> value[axis] = draw.between(1, 4));
    value[query.length - 1] = draw.between(1, 4);
    int[] key = value.clone();
    key[query.length - 1] = draw.between(1, 4);
    int[][] shapes = Arrays.copyOf(new int[][] {query, value, key}, draw.between(1, 3));
    boolean alongTime = attended.equals(List.of(1));
    var spec =
        Layers.multiHeadAttention(draw.between(1, 3), draw.between(1, 4))
            .valueDim(draw.between(0, 3))
            .attentionAxes(axes.stream().mapToInt(axis -> axis).toArray())
            .useCausalMask(alongTime && draw.flip())
            .get();
    List<Numbers> masks = alongTime ? masks(draw, shapes) : List.of();
    masks.stream().limit(1).forEach(mask -> Arrays.fill(mask.values, 1));
    masked(Comparison.of(spec, draw.random(), shapes), masks)
        .agreesWith(
            Reference.one(
                (inputs, weights) ->
                    AttentionReference.heads(spec, attended, inputs, weights, masks)));
  }

  /** Of the query alone, of query and value, or of all three. */
  private static int[][] shapes(Draw draw, int[] query, int valueFeatures, int keyFeatures) {
    int count = draw.between(1, 3);
    int values = draw.between(1, 5);
    int[][] all = {
      query, {query[0], values, valueFeatures}, {query[0], values, keyFeatures},
    };
    return Arrays.copyOf(all, count);
  }

  /** Masks in which the first step counts, so that causality leaves something. */
  private static List<Numbers> masks(Draw draw, int[][] shapes) {
    if (draw.flip()) {
      return List.of();
    }
    List<Numbers> masks = Stream.of(shapes).map(shape -> draw.mask(shape[0], shape[1])).toList();
    for (Numbers mask : masks) {
      for (int sample = 0; sample < mask.size(0); sample++) {
        mask.set(1, sample, 0);
      }
    }
    return masks;
  }

  private static Comparison masked(Comparison comparison, List<Numbers> masks) {
    return masks.isEmpty() ? comparison : comparison.masked(masks.toArray(Numbers[]::new));
  }
}
