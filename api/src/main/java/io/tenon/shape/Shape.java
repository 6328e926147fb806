package io.tenon.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The axes of a tensor without its batch axis. Immutable.
 *
 * <pre>{@code
 * Shape.of(28, 28, 1).toString()          // "28 x 28 x 1"
 * Shape.parse("time 32").axis(0)          // the axis named time
 * }</pre>
 */
public record Shape(List<Axis> axes) {
  /** A shape of these axes. */
  public Shape {
    axes = List.copyOf(axes);
  }

  /** A shape of known sizes. */
  public static Shape of(long... sizes) {
    List<Axis> axes = new ArrayList<>();
    for (long size : sizes) {
      axes.add(Axis.of(size));
    }
    return new Shape(axes);
  }

  /** A shape of these axes. */
  public static Shape of(List<Axis> axes) {
    return new Shape(axes);
  }

  /**
   * Reads axes separated by spaces: positive sizes ({@code 28}) and names ({@code time}).
   *
   * @throws ShapeSyntaxException if the text is anything else, with the position in it
   */
  public static Shape parse(String text) {
    return ShapeParser.parse(text);
  }

  /** The number of axes, the batch axis not counted. */
  public int rank() {
    return axes.size();
  }

  /** The axis at an index, counted from 0, or from the end: -1 is the last. */
  public Axis axis(int index) {
    return axes.get(index < 0 ? axes.size() + index : index);
  }

  /** The last axis: features or channels. */
  public Axis last() {
    return axis(-1);
  }

  /** This shape with another last axis. */
  public Shape withLast(Axis last) {
    return with(rank() - 1, last);
  }

  /** This shape with another axis at an index. */
  public Shape with(int index, Axis axis) {
    List<Axis> changed = new ArrayList<>(axes);
    changed.set(index, axis);
    return new Shape(changed);
  }

  /** The number of elements of one sample. */
  public Axis elements() {
    Axis product = Axis.of(1);
    for (Axis axis : axes) {
      product = product.times(axis);
    }
    return product;
  }

  /** Whether all sizes are known. */
  public boolean isKnown() {
    for (Axis axis : axes) {
      if (!axis.isKnown()) {
        return false;
      }
    }
    return true;
  }

  /**
   * The sizes.
   *
   * @throws IllegalStateException if one is not known
   */
  public long[] sizes() {
    return axes.stream()
        .mapToLong(
            axis ->
                axis.size()
                    .orElseThrow(
                        () -> new IllegalStateException("the size of " + axis + " is not known")))
        .toArray();
  }

  /** This shape with sizes in the place of names. */
  public Shape bind(Map<String, Long> sizes) {
    return new Shape(axes.stream().map(axis -> axis.bind(sizes)).toList());
  }

  /** The axes with {@code x} between them, such as {@code 28 x 28 x 1}. */
  @Override
  public String toString() {
    if (axes.isEmpty()) {
      return "scalar";
    }
    StringBuilder text = new StringBuilder();
    for (Axis axis : axes) {
      String each = axis.toString();
      text.append(text.length() == 0 ? "" : " x ")
          .append(rank() > 1 && each.contains(" ") ? "(" + each + ")" : each);
    }
    return text.toString();
  }

  /** The axes as {@link #parse} reads them, such as {@code 28 28 1}. */
  public String toDeclaration() {
    StringBuilder text = new StringBuilder();
    for (Axis axis : axes) {
      text.append(text.length() == 0 ? "" : " ").append(axis);
    }
    return text.toString();
  }
}
