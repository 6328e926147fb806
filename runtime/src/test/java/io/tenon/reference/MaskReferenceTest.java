package io.tenon.reference;

import io.tenon.ActivationFunction;
import io.tenon.dsl.Layers;
import io.tenon.kernel.LayerRun;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.MergeSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Where masks begin, meet and end, over random shapes: recurrent layers and attention aside. */
class MaskReferenceTest {
  private static final List<Supplier<? extends MergeSpec>> MERGES =
      List.of(
          Layers.add(),
          Layers.subtract(),
          Layers.multiply(),
          Layers.average(),
          Layers.maximum(),
          Layers.minimum());

  /** (batch, time), at any place; now and then null, for no mask. */
  private static @Nullable Numbers mask(Draw draw, int[] shape) {
    if (draw.once(4)) {
      return null;
    }
    Numbers mask = new Numbers(shape[0], shape[1]);
    Arrays.setAll(mask.values, i -> draw.flip() ? 0 : 1);
    return mask;
  }

  private static List<@Nullable Numbers> masks(Draw draw, int[][] shapes) {
    List<@Nullable Numbers> masks = new ArrayList<>();
    for (int[] shape : shapes) {
      masks.add(mask(draw, shape));
    }
    return masks;
  }

  @Property(tries = 120)
  void merges(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    MergeSpec spec = draw.any(MERGES).get();
    boolean two = spec.operation() == MergeSpec.Operation.SUBTRACT;
    int[] whole = draw.several(draw.between(3, 4), 1, 4);
    int[][] shapes = new int[two ? 2 : draw.between(2, 4)][];
    for (int i = 0; i < shapes.length; i++) {
      int[] shape = whole.clone();
      IntStream.range(1, shape.length)
          .filter(axis -> draw.once(6))
          .forEach(axis -> shape[axis] = 1);
      shapes[i] = shape;
    }
    int time = Arrays.stream(shapes).mapToInt(shape -> shape[1]).max().orElseThrow();
    List<@Nullable Numbers> masks = masks(draw, shapes);
    Comparison.of(spec, draw.random(), shapes)
        .masked(masks)
        .givesMask(MergeReference.either(time, masks))
        .agreesWith(
            Reference.one((inputs, none) -> MergeReference.merge(spec.operation(), inputs, masks)));
  }

  @Property(tries = 60)
  void concatenate(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] whole = draw.several(draw.between(3, 4), 1, 4);
    int axis = draw.between(1, whole.length - 1);
    int[][] shapes = new int[draw.between(2, 4)][];
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = whole.clone();
      shapes[i][axis] = draw.between(1, 4);
    }
    List<@Nullable Numbers> masks = masks(draw, shapes);
    Comparison.of(Layers.concatenate().axis(axis).get(), draw.random(), shapes)
        .masked(masks)
        .givesMask(joined(axis, shapes, masks))
        .agreesWith(Reference.one((inputs, none) -> MergeReference.concatenate(axis, inputs)));
  }

  private static @Nullable Numbers joined(int axis, int[][] shapes, List<@Nullable Numbers> masks) {
    if (masks.stream().allMatch(mask -> mask == null)) {
      return null;
    }
    List<Numbers> whole = new ArrayList<>();
    for (int i = 0; i < shapes.length; i++) {
      Numbers mask = masks.get(i);
      whole.add(mask == null ? ones(shapes[i]) : mask);
    }
    return axis == 1
        ? MergeReference.concatenate(1, whole)
        : MergeReference.either(shapes[0][1], new ArrayList<>(whole));
  }

  private static Numbers ones(int[] shape) {
    Numbers ones = new Numbers(shape[0], shape[1]);
    Arrays.fill(ones.values, 1);
    return ones;
  }

  @Property(tries = 30)
  void masking(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    double missing = draw.any(List.of(0.0, -1.0, 0.5));
    Numbers x = Numbers.random(draw.random(), 1, draw.several(3, 1, 6));
    Numbers counts = new Numbers(x.size(0), x.size(1));
    for (int row = 0; row < counts.values.length; row++) {
      boolean whole = draw.flip();
      counts.values[row] = whole ? 0 : 1;
      for (int i = 0; i < x.size(2); i++) {
        // A step of which one feature alone is missing counts.
        if (whole || i > 0 && draw.once(3)) {
          x.values[row * x.size(2) + i] = missing;
        }
      }
    }
    Comparison.of(Layers.masking().maskValue(missing).get(), draw.random(), x)
        .givesMask(counts)
        .agreesWith(Reference.plain((read, none) -> cleared(read, counts)));
  }

  private static Numbers cleared(Numbers x, Numbers counts) {
    Numbers y = new Numbers(x.sizes);
    for (int i = 0; i < y.values.length; i++) {
      int[] at = y.position(i);
      y.values[i] = x.values[i] * counts.get(at[0], at[1]);
    }
    return y;
  }

  @Property(tries = 30)
  void globalAveragePooling(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = draw.several(3, 1, 6);
    Numbers counts = draw.mask(shape[0], shape[1]);
    Comparison.of(Layers.globalAveragePooling1D().get(), draw.random(), shape)
        .masked(counts)
        .givesMask(null)
        .agreesWith(Reference.plain((x, none) -> mean(x, counts)));
  }

  private static Numbers mean(Numbers x, Numbers counts) {
    Numbers y = new Numbers(x.size(0), x.size(2));
    for (int sample = 0; sample < x.size(0); sample++) {
      double count = 0;
      for (int step = 0; step < x.size(1); step++) {
        count += counts.get(sample, step);
      }
      for (int step = 0; step < x.size(1); step++) {
        for (int i = 0; i < x.size(2); i++) {
          y.add(counts.get(sample, step) * x.get(sample, step, i) / count, sample, i);
        }
      }
    }
    return y;
  }

  @Property(tries = 30)
  void softmaxOverSteps(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = draw.several(draw.between(3, 4), 1, 5);
    Numbers counts = new Numbers(shape[0], shape[1]);
    Arrays.setAll(counts.values, i -> draw.flip() ? 0 : 1);
    Comparison.of(
            Layers.softmax().axis(draw.flip() ? 1 : 1 - shape.length).get(), draw.random(), shape)
        .masked(counts)
        .givesMask(counts)
        .agreesWith(Reference.plain((x, none) -> shares(x, counts)));
  }

  /** Of each series, the shares of the steps that count. */
  private static Numbers shares(Numbers x, Numbers counts) {
    Numbers y = new Numbers(x.sizes);
    Numbers sums = new Numbers(x.size(0), x.values.length / x.size(0) / x.size(1));
    for (int turn = 0; turn < 2; turn++) {
      for (int i = 0; i < x.values.length; i++) {
        int[] at = x.position(i);
        int series = i % sums.size(1);
        if (counts.get(at[0], at[1]) == 1 && turn == 0) {
          sums.add(Math.exp(x.values[i]), at[0], series);
        } else if (counts.get(at[0], at[1]) == 1) {
          y.values[i] = Math.exp(x.values[i]) / sums.get(at[0], series);
        }
      }
    }
    return y;
  }

  /** Layers that hand a mask on and compute all steps, whether they count or not. */
  private static final List<Supplier<? extends LayerSpec>> PASSING =
      List.of(
          Layers.dense(3).activation(ActivationFunction.TANH),
          Layers.activation(ActivationFunction.SIGMOID),
          Layers.leakyReLU(),
          Layers.elu(),
          Layers.relu(),
          Layers.prelu(),
          Layers.softmax(),
          Layers.dropout(0.5),
          Layers.spatialDropout1D(0.5),
          Layers.gaussianNoise(0.5),
          Layers.gaussianDropout(0.5),
          Layers.alphaDropout(0.5),
          Layers.activityRegularization(),
          Layers.layerNormalization(),
          Layers.groupNormalization().groups(1),
          Layers.unitNormalization(),
          Layers.rescaling(2),
          Layers.timeDistributed(Layers.dense(2)));

  /** Layers that cannot take a mask, and read all steps alike. */
  private static final List<Supplier<? extends LayerSpec>> LOSING =
      List.of(
          Layers.flatten(),
          Layers.reshape(-1, 1),
          Layers.permute(2, 1),
          Layers.conv1D(2, 1),
          Layers.zeroPadding1D(),
          Layers.upSampling1D(),
          Layers.maxPooling1D().poolSize(1),
          Layers.globalMaxPooling1D());

  @Property(tries = 60)
  void handedOnOrLost(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    boolean passes = draw.flip();
    LayerSpec spec = draw.any(passes ? PASSING : LOSING).get();
    int[] shape = draw.several(3, 1, 5);
    Numbers counts = draw.mask(shape[0], shape[1]);
    Comparison.of(spec, draw.random(), shape)
        .masked(counts)
        .givesMask(passes ? counts : null)
        .valuesAlone()
        .agreesWith(Reference.plain((x, weights) -> unmasked(spec, x, weights)));
  }

  /** What the layer itself gives without a mask. */
  private static Numbers unmasked(LayerSpec spec, Numbers x, List<Numbers> weights) {
    long[] shape = Arrays.stream(x.sizes).asLongStream().toArray();
    try (LayerRun run = new LayerRun(spec, shape)) {
      x.copyTo(run.input(0));
      for (int i = 0; i < weights.size(); i++) {
        weights.get(i).copyTo(run.weight(run.node().weights().get(i)));
      }
      return Numbers.of(run.forward());
    }
  }
}
