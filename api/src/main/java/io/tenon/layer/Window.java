package io.tenon.layer;

import io.tenon.Padding;
import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import io.tenon.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The arithmetic of a window that moves over spatial axes: what convolutions and poolings share.
 *
 * @param member the parameter that holds the sizes: {@code kernelSize} or {@code poolSize}
 * @param sizes the window, one number for each spatial axis
 * @param strides the steps it takes
 * @param dilations the distances between what it reads
 * @param padding what happens at the border
 */
record Window(
    String member,
    List<Integer> sizes,
    List<Integer> strides,
    List<Integer> dilations,
    Padding padding) {

  /** No picture is as small as that, with an alpha channel. */
  private static final int MOST_COLORS = 4;

  /** A shape and how it comes about. */
  record Result(Shape shape, String arithmetic) {}

  /**
   * The spatial axes after the window has passed, with a new last axis.
   *
   * @param input spatial axes and a last one
   * @param what what is read, in words: {@code image}
   */
  Result apply(Shape input, Axis last, String what) {
    List<Axis> axes = new ArrayList<>();
    Set<String> steps = new LinkedHashSet<>();
    boolean fits = true;
    for (int i = 0; i < sizes.size(); i++) {
      Axis axis = output(input.axis(i), i);
      axes.add(axis);
      steps.add(arithmetic(input.axis(i), i, axis));
      OptionalLong size = axis.size();
      fits &= size.isEmpty() || size.getAsLong() > 0;
    }
    String arithmetic = String.join(", ", steps);
    if (!fits) {
      throw tooLarge(input, axes, arithmetic, what);
    }
    axes.add(last);
    return new Result(Shape.of(axes), arithmetic);
  }

  private LayerException tooLarge(Shape input, List<Axis> axes, String arithmetic, String what) {
    Shape spatial = Shape.of(input.axes().subList(0, sizes.size()));
    String size =
        allEqual(sizes)
            ? sizes.get(0).toString()
            : Shape.of(sizes.stream().mapToLong(Integer::longValue).toArray()).toString();
    return new LayerException(
            Problem.KERNEL_TOO_LARGE,
            "%s %s is larger than the %s %s it reads"
                .formatted(member, size, spatial, spatial.rank() == 1 ? "steps" : what))
        .at(member)
        .result(Shape.of(axes).toString(), arithmetic)
        .remedy(remedies(input, spatial));
  }

  /** A first axis of 1 or 3 is probably that of the channels, which other libraries have there. */
  private String[] remedies(Shape input, Shape spatial) {
    String smaller = "Use %s = %s, or add padding = SAME.".formatted(member, largest(spatial));
    boolean channelsFirst =
        spatial.rank() > 1
            && (spatial.axis(0).equals(Axis.of(1)) || spatial.axis(0).equals(Axis.of(3)))
            && spatial.axis(1).equals(input.last())
            && input.last().size().orElse(0) > MOST_COLORS;
    return channelsFirst
        ? new String[] {
          smaller,
          "Or, if %s is the number of channels: that comes last, as in %s x %s."
              .formatted(
                  spatial.axis(0), Shape.of(input.axes().subList(1, input.rank())), spatial.axis(0))
        }
        : new String[] {smaller};
  }

  /** The largest window that fits: a number where all sizes are the same, else an array. */
  private String largest(Shape spatial) {
    List<Long> largest = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      long fitting = (spatial.axis(i).size().orElse(Long.MAX_VALUE) - 1) / dilations.get(i) + 1;
      largest.add(Math.min(sizes.get(i), Math.max(1, fitting)));
    }
    return allEqual(sizes)
        ? Collections.min(largest) + (Collections.min(largest) == 1 ? "" : " or less")
        : largest.stream().map(Object::toString).collect(Collectors.joining(", ", "{", "}"));
  }

  private Axis output(Axis input, int i) {
    int reach = (sizes.get(i) - 1) * dilations.get(i) + 1;
    return switch (padding) {
      case VALID -> input.minus(reach).dividedBy(strides.get(i)).plus(1);
      case SAME, CAUSAL -> input.dividedUpBy(strides.get(i));
    };
  }

  private String arithmetic(Axis input, int i, Axis output) {
    int size = sizes.get(i);
    int stride = strides.get(i);
    int reach = (size - 1) * dilations.get(i) + 1;
    String reads = member + " " + size;
    if (dilations.get(i) != 1) {
      reads += " dilated by " + dilations.get(i) + " spans " + reach;
    }
    String in = input.toString().contains(" ") ? "(" + input + ")" : input.toString();
    if (padding != Padding.VALID) {
      String padded = reads + ", " + padding.name() + ": ";
      return stride == 1
          ? padded + "stays " + output
          : padded + in + " / " + stride + ", up = " + output;
    }
    if (stride == 1) {
      return reads + ": " + in + " - " + reach + " + 1 = " + output;
    }
    if (stride == reach && input.size().isPresent() && input.size().getAsLong() % stride == 0) {
      return reads + ": " + in + " / " + stride + " = " + output;
    }
    return reads
        + ", strides "
        + stride
        + ": ("
        + in
        + " - "
        + reach
        + ") / "
        + stride
        + " + 1 = "
        + output;
  }

  private static boolean allEqual(List<Integer> values) {
    return values.stream().distinct().count() == 1;
  }
}
