package io.tenon.reference;

import static io.tenon.layer.UpSampling2D.Interpolation.BICUBIC;
import static io.tenon.layer.UpSampling2D.Interpolation.BILINEAR;
import static io.tenon.layer.UpSampling2D.Interpolation.LANCZOS3;
import static io.tenon.layer.UpSampling2D.Interpolation.LANCZOS5;

import io.tenon.dsl.Layers;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.UpSampling2D.Interpolation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Layers that move elements, over random shapes: where each element of the result is read. */
class ShapeReferenceTest {
  /** Where an element of the result is read; null for a 0. */
  private interface Source {
    int @Nullable [] of(int[] at);
  }

  private static void check(Draw draw, LayerSpec spec, int[] shape, int[] result, Source source) {
    Comparison.of(spec, draw.random(), shape)
        .agreesWith(
            Reference.plain(
                (x, none) -> {
                  Numbers y = new Numbers(result);
                  for (int i = 0; i < y.values.length; i++) {
                    int[] from = source.of(y.position(i));
                    y.values[i] = from == null ? 0 : x.get(from);
                  }
                  return y;
                }));
  }

  private static int[] shape(Draw draw, int rank) {
    return draw.several(rank, 1, rank > 4 ? 4 : 7);
  }

  @Property(tries = 20)
  void permute(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw, draw.between(2, 5));
    List<Integer> dims = new ArrayList<>();
    for (int axis = 1; axis < shape.length; axis++) {
      dims.add(draw.between(0, dims.size()), axis);
    }
    int[] result = shape.clone();
    for (int i = 0; i < dims.size(); i++) {
      result[i + 1] = shape[dims.get(i)];
    }
    check(
        draw,
        Layers.permute(dims.stream().mapToInt(Integer::intValue).toArray()).get(),
        shape,
        result,
        at -> {
          int[] from = at.clone();
          for (int i = 0; i < dims.size(); i++) {
            from[dims.get(i)] = at[i + 1];
          }
          return from;
        });
  }

  @Property(tries = 20)
  void flattenAndReshape(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw, draw.between(2, 5));
    int each = Arrays.stream(shape).skip(1).reduce(1, (a, b) -> a * b);
    Reference.Plain flat = (x, none) -> x.reshape(shape[0], each).copy();
    Comparison.of(Layers.flatten().get(), draw.random(), shape).agreesWith(Reference.plain(flat));
    int last = shape[shape.length - 1];
    Reference.Plain apart = (x, none) -> x.reshape(shape[0], last, each / last).copy();
    Comparison.of(Layers.reshape(last, -1).get(), draw.random(), shape)
        .agreesWith(Reference.plain(apart));
  }

  @Property(tries = 10)
  void repeatVector(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = shape(draw, 2);
    int times = draw.between(1, 5);
    int[] result = {shape[0], times, shape[1]};
    check(draw, Layers.repeatVector(times).get(), shape, result, at -> new int[] {at[0], at[2]});
  }

  @Property(tries = 30)
  void paddingAndCropping(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int axes = draw.between(1, 3);
    int[] ends = draw.several(2 * axes, 0, 2);
    int[] small = shape(draw, axes + 2);
    int[] large = small.clone();
    for (int axis = 0; axis < axes; axis++) {
      large[axis + 1] += ends[2 * axis] + ends[2 * axis + 1];
    }
    LayerSpec padding =
        switch (axes) {
          case 1 -> Layers.zeroPadding1D().padding(ends).get();
          case 2 -> Layers.zeroPadding2D().padding(ends).get();
          default -> Layers.zeroPadding3D().padding(ends).get();
        };
    LayerSpec cropping =
        switch (axes) {
          case 1 -> Layers.cropping1D().cropping(ends).get();
          case 2 -> Layers.cropping2D().cropping(ends).get();
          default -> Layers.cropping3D().cropping(ends).get();
        };
    check(draw, padding, small, large, at -> moved(at, ends, -1, small));
    check(draw, cropping, large, small, at -> moved(at, ends, 1, large));
  }

  private static int @Nullable [] moved(int[] at, int[] ends, int sign, int[] within) {
    int[] from = at.clone();
    for (int axis = 1; axis < at.length - 1; axis++) {
      from[axis] += sign * ends[2 * (axis - 1)];
      if (from[axis] < 0 || from[axis] >= within[axis]) {
        return null;
      }
    }
    return from;
  }

  @Property(tries = 20)
  void upSampling(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int axes = draw.between(1, 3);
    int[] size = draw.several(axes, 1, 3);
    LayerSpec spec =
        switch (axes) {
          case 1 -> Layers.upSampling1D().size(size[0]).get();
          case 2 -> Layers.upSampling2D().size(size).get();
          default -> Layers.upSampling3D().size(size).get();
        };
    int[] shape = shape(draw, axes + 2);
    int[] result = shape.clone();
    for (int axis = 0; axis < axes; axis++) {
      result[axis + 1] *= size[axis];
    }
    check(
        draw,
        spec,
        shape,
        result,
        at -> {
          int[] from = at.clone();
          for (int axis = 0; axis < axes; axis++) {
            from[axis + 1] /= size[axis];
          }
          return from;
        });
  }

  @Property(tries = 60)
  void upSamplingBetweenElements(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int[] shape = draw.several(4, 1, 6);
    shape[3] = draw.between(1, 18);
    int[] size = draw.several(2, 1, 4);
    int[] result = {shape[0], shape[1] * size[0], shape[2] * size[1], shape[3]};
    var how = draw.any(List.of(BILINEAR, BICUBIC, LANCZOS3, LANCZOS5));
    var spec = Layers.upSampling2D().size(size).interpolation(how).get();
    Comparison.of(spec, draw.random(), shape)
        .agreesWith(
            Reference.plain(
                (x, none) -> {
                  Numbers y = new Numbers(result);
                  for (int i = 0; i < y.values.length; i++) {
                    y.values[i] = between(how, x, size, y.position(i));
                  }
                  return y;
                }));
  }

  /** The mean of the elements around a place, by their distances. */
  private static double between(Interpolation how, Numbers x, int[] size, int[] at) {
    double sum = 0;
    double weights = 0;
    for (int row = 0; row < x.size(1); row++) {
      for (int column = 0; column < x.size(2); column++) {
        double weight =
            nearness(how, (at[1] + 0.5) / size[0] - 0.5 - row)
                * nearness(how, (at[2] + 0.5) / size[1] - 0.5 - column);
        sum += weight * x.get(at[0], row, column, at[3]);
        weights += weight;
      }
    }
    return sum / weights;
  }

  private static double nearness(Interpolation how, double distance) {
    double x = Math.abs(distance);
    return switch (how) {
      case NEAREST -> x < 0.5 ? 1 : 0;
      case BILINEAR -> Math.max(0, 1 - x);
      case BICUBIC ->
          x >= 2
              ? 0
              : x < 1
                  ? 1.5 * x * x * x - 2.5 * x * x + 1
                  : -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2;
      case LANCZOS3 -> lanczos(x, 3);
      case LANCZOS5 -> lanczos(x, 5);
    };
  }

  private static double lanczos(double x, int reach) {
    return x >= reach
        ? 0
        : x == 0
            ? 1
            : reach
                * Math.sin(Math.PI * x)
                * Math.sin(Math.PI * x / reach)
                / (Math.PI * Math.PI * x * x);
  }
}
