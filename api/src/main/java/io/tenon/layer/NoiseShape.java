package io.tenon.layer;

import io.tenon.shape.Axis;
import io.tenon.shape.TensorType;
import java.util.List;
import java.util.stream.Collectors;

/** Where dropouts draw anew, and along which axes what is drawn is repeated. */
final class NoiseShape {
  private static final int AS_READ = -1;

  private NoiseShape() {}

  /** Refuses sizes that fit no tensor, and a size of the batch, which may have any. */
  static List<Integer> valid(List<Integer> noiseShape) {
    for (int size : noiseShape) {
      if (size < 1 && size != AS_READ) {
        throw Require.invalid("noiseShape", noiseShape, "holds sizes of 1 or more, or -1")
            .remedy("-1 is the size of what it reads, 1 repeats what is drawn along the axis.");
      }
    }
    if (!noiseShape.isEmpty() && noiseShape.get(0) > 1) {
      throw Require.invalid(
              "noiseShape", noiseShape, "begins with the batch axis, which is -1 or 1")
          .remedy("-1 draws for each sample, 1 once for all samples of a batch.");
    }
    return List.copyOf(noiseShape);
  }

  /** Refuses one that cannot be repeated to the shape of what is read. */
  static void fits(List<Integer> noiseShape, TensorType input) {
    if (noiseShape.isEmpty()) {
      return;
    }
    List<Axis> axes = input.shape().axes();
    boolean fits = noiseShape.size() == axes.size() + 1;
    for (int i = 0; fits && i < axes.size(); i++) {
      int size = noiseShape.get(i + 1);
      fits =
          size == AS_READ
              || size == 1
              || axes.get(i).matches(Axis.of(size)) != Axis.Match.DIFFERENT;
    }
    if (!fits) {
      throw Require.invalid(
              "noiseShape",
              noiseShape,
              "needs -1, 1 or the size for the batch axis and each axis of the %s it reads"
                  .formatted(input.shape()))
          .remedy(
              "One draw for all along the first axis:  noiseShape = {-1, 1%s}"
                  .formatted(
                      axes.stream().skip(1).map(axis -> ", -1").collect(Collectors.joining())));
    }
  }
}
