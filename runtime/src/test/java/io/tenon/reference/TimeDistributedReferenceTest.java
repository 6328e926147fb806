package io.tenon.reference;

import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.ActivationFunction.TANH;

import io.tenon.Padding;
import io.tenon.dsl.Layers;
import io.tenon.kernel.LayerRun;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Dense;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.RecurrentSpec;
import io.tenon.layer.WeightSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Layers over time: each step as the layer gives it by itself. */
class TimeDistributedReferenceTest {
  /** A layer, and how many axes it reads behind the batch. */
  private record Inner(Supplier<? extends LayerSpec> layer, int axes) {}

  private static final List<Inner> LAYERS =
      List.of(
          new Inner(Layers.dense(3).activation(TANH), 1),
          new Inner(Layers.dense(3).activation(SOFTMAX), 2),
          new Inner(Layers.activation(TANH), 1),
          new Inner(Layers.softmax().axis(1), 2),
          new Inner(Layers.conv1D(2, 2).padding(Padding.CAUSAL), 2),
          new Inner(Layers.conv2D(3, 2).padding(Padding.SAME).strides(2), 3),
          new Inner(Layers.conv2DTranspose(2, 2).strides(2), 3),
          new Inner(Layers.conv3D(2, 2).padding(Padding.SAME), 4),
          new Inner(Layers.depthwiseConv2D(2).padding(Padding.SAME), 3),
          new Inner(Layers.separableConv1D(3, 2).padding(Padding.SAME), 2),
          new Inner(Layers.maxPooling2D().padding(Padding.SAME), 3),
          new Inner(Layers.averagePooling1D().padding(Padding.SAME), 2),
          new Inner(Layers.globalAveragePooling2D(), 3),
          new Inner(Layers.globalMaxPooling1D(), 2),
          new Inner(Layers.flatten(), 3),
          new Inner(Layers.reshape(-1, 1), 2),
          new Inner(Layers.permute(2, 1), 2),
          new Inner(Layers.repeatVector(2), 1),
          new Inner(Layers.zeroPadding2D(), 3),
          new Inner(Layers.upSampling1D(), 2),
          new Inner(Layers.simpleRNN(2).returnSequences(true), 2),
          new Inner(Layers.lstm(3), 2),
          new Inner(Layers.lstm(2).returnState(true), 2),
          new Inner(Layers.gru(2).goBackwards(true), 2),
          new Inner(Layers.bidirectional(Layers.lstm(2).returnSequences(true)), 2),
          new Inner(Layers.timeDistributed(Layers.dense(2)), 2),
          new Inner(Layers.convLSTM2D(2, 1).returnSequences(true), 4),
          new Inner(Layers.multiHeadAttention(2, 2), 2),
          new Inner(Layers.attention(), 2),
          new Inner(Layers.batchNormalization(), 2),
          new Inner(Layers.layerNormalization(), 2),
          new Inner(Layers.batchNormalization().axis(1), 2),
          new Inner(Layers.layerNormalization().axis(1), 2),
          new Inner(Layers.groupNormalization().groups(1), 2),
          new Inner(Layers.unitNormalization(), 2),
          new Inner(Layers.prelu(), 2),
          new Inner(Layers.leakyReLU(), 1),
          new Inner(Layers.dropout(0.3), 1),
          new Inner(Layers.gaussianNoise(0.3), 2),
          new Inner(Layers.spatialDropout1D(0.3), 2),
          new Inner(Layers.rescaling(2).offset(1), 1));

  @Property(tries = 80)
  void eachStepAsByItself(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    Inner inner = draw.any(LAYERS);
    int[] shape = draw.several(inner.axes + 2, 1, inner.axes > 3 ? 3 : 4);
    LayerSpec layer = inner.layer.get();
    Comparison.of(Layers.timeDistributed(() -> layer).get(), draw.random(), shape)
        .positiveWeights()
        .valuesAlone()
        .agreesWith(Reference.plain((x, weights) -> steps(layer, x, weights)));
  }

  /** A layer, what it does, and how many axes it reads behind the batch. */
  private record Known(LayerSpec layer, Reference.Plain reference, int axes) {}

  private static Known known(Draw draw) {
    Dense.Spec dense = Layers.dense(draw.between(1, 4)).activation(TANH).get();
    RecurrentSpec lstm = Layers.lstm(draw.between(1, 3)).returnSequences(draw.flip()).get();
    Conv2D.Spec conv =
        Layers.conv2D(draw.between(1, 3), 2).padding(Padding.SAME).useBias(false).get();
    return draw.any(
        List.of(
            new Known(dense, (x, weights) -> DenseReference.run(dense, x, weights), 1),
            new Known(
                lstm,
                (x, weights) ->
                    new RecurrentReference(lstm, weights).run(List.of(x), false, null).get(0),
                2),
            new Known(
                conv,
                (x, weights) ->
                    ConvolutionReference.convolve(
                        Windows.over(
                            x,
                            conv.kernelSize(),
                            conv.strides(),
                            conv.dilationRate(),
                            conv.padding()),
                        x,
                        weights.get(0),
                        1),
                3)));
  }

  @Property(tries = 60)
  void gradientsOfAllSteps(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    Known known = known(draw);
    int[] shape = draw.several(known.axes + 2, 1, 4);
    Comparison comparison =
        Comparison.of(Layers.timeDistributed(known::layer).get(), draw.random(), shape);
    Numbers mask = draw.mask(shape[0], shape[1]);
    boolean masked = draw.flip();
    (masked ? comparison.masked(mask) : comparison)
        .givesMask(masked ? mask : null)
        .agreesWith(
            Reference.plain(
                (x, weights) -> {
                  int[] rows = Arrays.copyOfRange(shape, 1, shape.length);
                  rows[0] = shape[0] * shape[1];
                  Numbers y = known.reference.run(x.reshape(rows), weights);
                  int[] sizes = new int[y.rank() + 1];
                  sizes[0] = shape[0];
                  sizes[1] = shape[1];
                  System.arraycopy(y.sizes, 1, sizes, 2, y.rank() - 1);
                  return y.reshape(sizes);
                }));
  }

  /** The engine's own answer for each step, put together. */
  private static Numbers steps(LayerSpec layer, Numbers x, List<Numbers> weights) {
    int batch = x.size(0);
    int time = x.size(1);
    long[] sizes = Arrays.stream(x.sizes).asLongStream().toArray();
    long[] step = new long[sizes.length - 1];
    step[0] = batch;
    System.arraycopy(sizes, 2, step, 1, step.length - 1);
    int each = x.values.length / batch / time;
    List<Numbers> found = new ArrayList<>();
    try (LayerRun run = new LayerRun(layer, step)) {
      List<WeightSpec> specs = run.node().weights();
      for (int i = 0; i < specs.size(); i++) {
        weights.get(i).copyTo(run.weight(specs.get(i)));
      }
      for (int t = 0; t < time; t++) {
        Numbers one = new Numbers(Arrays.stream(step).mapToInt(Math::toIntExact).toArray());
        for (int sample = 0; sample < batch; sample++) {
          System.arraycopy(x.values, (sample * time + t) * each, one.values, sample * each, each);
        }
        one.copyTo(run.input(0));
        found.add(Numbers.of(run.forward()));
      }
    }
    return together(found, batch);
  }

  private static Numbers together(List<Numbers> steps, int batch) {
    int time = steps.size();
    int[] one = steps.get(0).sizes;
    int[] sizes = new int[one.length + 1];
    sizes[0] = batch;
    sizes[1] = time;
    System.arraycopy(one, 1, sizes, 2, one.length - 1);
    Numbers all = new Numbers(sizes);
    int each = all.values.length / batch / time;
    for (int i = 0; i < all.values.length; i++) {
      int sample = i / (time * each);
      int step = i / each % time;
      all.values[i] = steps.get(step).values[sample * each + i % each];
    }
    return all;
  }
}
