package io.tenon.reference;

import static io.tenon.Padding.CAUSAL;

import io.tenon.Padding;
import io.tenon.dsl.Layers;
import io.tenon.layer.ConvolutionSpec;
import io.tenon.layer.ConvolutionTransposeSpec;
import io.tenon.layer.DepthwiseSpec;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.SeparableSpec;
import io.tenon.problem.LayerException;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Convolutions of all kinds, over random shapes and parameters. */
class ConvolutionReferenceTest {
  /** Parameters that all kinds have; a stride over 1 goes with a dilation of 1. */
  private static final class Window {
    final Draw draw;
    final int axes;
    final int[] kernel;
    final int[] strides;
    final int[] dilation;

    Window(Draw draw, int axes) {
      int[] ones = new int[axes];
      Arrays.fill(ones, 1);
      boolean strided = draw.flip();
      this.draw = draw;
      this.axes = axes;
      this.kernel = draw.several(axes, 1, axes == 3 ? 2 : 4);
      this.strides = strided ? draw.several(axes, 1, 3) : ones;
      this.dilation = strided ? ones : draw.several(axes, 1, 3);
    }

    int[] shape(int channels) {
      int[] shape = draw.several(axes + 2, 1, axes == 3 ? 5 : 9);
      shape[0] = draw.between(1, 3);
      shape[axes + 1] = channels;
      return shape;
    }
  }

  @Property(tries = 90)
  void convolution(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    Window window = new Window(draw, draw.between(1, 3));
    int groups = draw.once(3) ? draw.between(2, 3) : 1;
    int filters = groups * draw.between(1, draw.once(4) ? 20 : 4);
    int channels = groups * draw.between(1, draw.once(4) ? 17 : 4);
    ConvolutionSpec spec = convolution(window, filters, groups, draw.padding());
    check(
        draw,
        spec,
        window.shape(channels),
        (x, weights) -> ConvolutionReference.convolution(spec, x, weights));
  }

  private static ConvolutionSpec convolution(
      Window window, int filters, int groups, Padding padding) {
    Draw draw = window.draw;
    return switch (window.axes) {
      case 1 ->
          Layers.conv1D(filters, window.kernel)
              .strides(window.strides)
              .dilationRate(window.dilation)
              .padding(draw.once(3) ? CAUSAL : padding)
              .groups(groups)
              .activation(draw.activation())
              .useBias(draw.flip())
              .get();
      case 2 ->
          Layers.conv2D(filters, window.kernel)
              .strides(window.strides)
              .dilationRate(window.dilation)
              .padding(padding)
              .groups(groups)
              .activation(draw.activation())
              .useBias(draw.flip())
              .get();
      default ->
          Layers.conv3D(filters, window.kernel)
              .strides(window.strides)
              .dilationRate(window.dilation)
              .padding(padding)
              .groups(groups)
              .activation(draw.activation())
              .useBias(draw.flip())
              .get();
    };
  }

  @Property(tries = 40)
  void depthwise(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    Window window = new Window(draw, draw.between(1, 2));
    int multiplier = draw.between(1, 3);
    DepthwiseSpec spec =
        window.axes == 1
            ? Layers.depthwiseConv1D(window.kernel)
                .strides(window.strides)
                .dilationRate(window.dilation)
                .padding(draw.once(3) ? CAUSAL : draw.padding())
                .depthMultiplier(multiplier)
                .activation(draw.activation())
                .useBias(draw.flip())
                .get()
            : Layers.depthwiseConv2D(window.kernel)
                .strides(equal(window.strides))
                .dilationRate(window.dilation)
                .padding(draw.padding())
                .depthMultiplier(multiplier)
                .activation(draw.activation())
                .useBias(draw.flip())
                .get();
    check(
        draw,
        spec,
        window.shape(draw.between(1, 9)),
        (x, weights) -> ConvolutionReference.depthwise(spec, x, weights));
  }

  private static int[] equal(int[] values) {
    int[] all = new int[values.length];
    Arrays.fill(all, values[0]);
    return all;
  }

  @Property(tries = 30)
  void separable(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    Window window = new Window(draw, draw.between(1, 2));
    SeparableSpec spec =
        window.axes == 1
            ? Layers.separableConv1D(draw.between(1, 5), window.kernel)
                .strides(window.strides)
                .dilationRate(window.dilation)
                .padding(draw.padding())
                .depthMultiplier(draw.between(1, 2))
                .activation(draw.activation())
                .useBias(draw.flip())
                .get()
            : Layers.separableConv2D(draw.between(1, 5), window.kernel)
                .strides(equal(window.strides))
                .dilationRate(window.dilation)
                .padding(draw.padding())
                .depthMultiplier(draw.between(1, 2))
                .activation(draw.activation())
                .useBias(draw.flip())
                .get();
    check(
        draw,
        spec,
        window.shape(draw.between(1, 4)),
        (x, weights) -> ConvolutionReference.separable(spec, x, weights));
  }

  @Property(tries = 70)
  void transposed(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    Window window = new Window(draw, draw.between(1, 3));
    int[] added = new int[0];
    if (draw.once(3)) {
      added = Arrays.stream(window.strides).map(stride -> draw.between(0, stride - 1)).toArray();
    }
    ConvolutionTransposeSpec spec = transposed(window, added, draw.padding());
    check(
        draw,
        spec,
        window.shape(draw.between(1, 5)),
        (x, weights) -> ConvolutionReference.transposed(spec, x, weights));
  }

  private static ConvolutionTransposeSpec transposed(Window window, int[] added, Padding padding) {
    Draw draw = window.draw;
    int filters = draw.between(1, 5);
    return switch (window.axes) {
      case 1 ->
          Layers.conv1DTranspose(filters, window.kernel)
              .strides(window.strides)
              .dilationRate(window.dilation)
              .padding(padding)
              .outputPadding(added)
              .activation(draw.activation())
              .useBias(draw.flip())
              .get();
      case 2 ->
          Layers.conv2DTranspose(filters, window.kernel)
              .strides(window.strides)
              .dilationRate(window.dilation)
              .padding(padding)
              .outputPadding(added)
              .activation(draw.activation())
              .useBias(draw.flip())
              .get();
      default ->
          Layers.conv3DTranspose(filters, window.kernel)
              .strides(window.strides)
              .dilationRate(window.dilation)
              .padding(padding)
              .outputPadding(added)
              .activation(draw.activation())
              .useBias(draw.flip())
              .get();
    };
  }

  private static void check(Draw draw, LayerSpec spec, int[] shape, Reference.Plain reference) {
    if (fits(spec, shape)) {
      Comparison.of(spec, draw.random(), shape)
          .weightScale(0.3)
          .agreesWith(Reference.plain(reference));
    }
  }

  /** Whether anything is left of such an input: a kernel may be larger than what it reads. */
  private static boolean fits(LayerSpec spec, int[] shape) {
    try {
      long[] sample = Arrays.stream(shape).skip(1).asLongStream().toArray();
      var type = TensorType.float32(Shape.of(sample));
      long[] result = spec.infer(List.of(type)).output().shape().sizes();
      return Arrays.stream(result).allMatch(size -> size > 0);
    } catch (LayerException tooLarge) {
      return false;
    }
  }
}
