package io.tenon.reference;

import io.tenon.dsl.Layers;
import io.tenon.layer.AdaptivePoolingSpec;
import io.tenon.layer.GlobalPoolingSpec;
import io.tenon.layer.PoolingSpec;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Poolings, over random shapes and parameters. */
class PoolingReferenceTest {
  @Property(tries = 80)
  void windows(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int axes = draw.between(1, 3);
    int[] shape = shape(draw, axes);
    PoolingSpec spec = spec(draw, axes, shape);
    Comparison.of(spec, draw.random(), shape)
        .agreesWith(Reference.plain((x, none) -> PoolingReference.windows(spec, x)));
  }

  private static int[] shape(Draw draw, int axes) {
    int[] shape = draw.several(axes + 2, 1, axes == 3 ? 5 : 9);
    shape[0] = draw.between(1, 3);
    if (draw.once(4)) {
      shape[axes + 1] = 17;
    }
    return shape;
  }

  private static PoolingSpec spec(Draw draw, int axes, int[] shape) {
    int[] size = new int[axes];
    for (int axis = 0; axis < axes; axis++) {
      size[axis] = draw.between(1, Math.min(4, shape[axis + 1]));
    }
    int[] strides = draw.once(3) ? size : draw.several(axes, 1, 4);
    var padding = draw.padding();
    List<PoolingSpec> both =
        switch (axes) {
          case 1 ->
              List.of(
                  Layers.maxPooling1D().poolSize(size).strides(strides).padding(padding).get(),
                  Layers.averagePooling1D().poolSize(size).strides(strides).padding(padding).get());
          case 2 ->
              List.of(
                  Layers.maxPooling2D().poolSize(size).strides(strides).padding(padding).get(),
                  Layers.averagePooling2D().poolSize(size).strides(strides).padding(padding).get());
          default ->
              List.of(
                  Layers.maxPooling3D().poolSize(size).strides(strides).padding(padding).get(),
                  Layers.averagePooling3D().poolSize(size).strides(strides).padding(padding).get());
        };
    return draw.any(both);
  }

  @Property(tries = 30)
  void global(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int axes = draw.between(1, 3);
    boolean keep = draw.flip();
    List<GlobalPoolingSpec> kinds =
        switch (axes) {
          case 1 ->
              List.of(
                  Layers.globalMaxPooling1D().keepdims(keep).get(),
                  Layers.globalAveragePooling1D().keepdims(keep).get());
          case 2 ->
              List.of(
                  Layers.globalMaxPooling2D().keepdims(keep).get(),
                  Layers.globalAveragePooling2D().keepdims(keep).get());
          default ->
              List.of(
                  Layers.globalMaxPooling3D().keepdims(keep).get(),
                  Layers.globalAveragePooling3D().keepdims(keep).get());
        };
    GlobalPoolingSpec spec = draw.any(kinds);
    Comparison.of(spec, draw.random(), shape(draw, axes))
        .agreesWith(Reference.plain((x, none) -> PoolingReference.global(spec, x, null)));
  }

  @Property(tries = 15)
  void meanOfWhatCounts(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw, 1);
    Numbers mask = draw.mask(shape[0], shape[1]);
    GlobalPoolingSpec spec = Layers.globalAveragePooling1D().keepdims(draw.flip()).get();
    Comparison.of(spec, draw.random(), shape)
        .masked(mask)
        .agreesWith(Reference.plain((x, none) -> PoolingReference.global(spec, x, mask)));
  }

  @Property(tries = 40)
  void toASize(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int axes = draw.between(1, 3);
    int[] to = draw.several(axes, 1, 6);
    List<AdaptivePoolingSpec> kinds =
        switch (axes) {
          case 1 ->
              List.of(
                  Layers.adaptiveMaxPooling1D(to).get(), Layers.adaptiveAveragePooling1D(to).get());
          case 2 ->
              List.of(
                  Layers.adaptiveMaxPooling2D(to).get(), Layers.adaptiveAveragePooling2D(to).get());
          default ->
              List.of(
                  Layers.adaptiveMaxPooling3D(to).get(), Layers.adaptiveAveragePooling3D(to).get());
        };
    AdaptivePoolingSpec spec = draw.any(kinds);
    Comparison.of(spec, draw.random(), shape(draw, axes))
        .agreesWith(Reference.plain((x, none) -> PoolingReference.adaptive(spec, x)));
  }
}
