package io.tenon.layer;

import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Tensors that are repeated along axes of size 1, and along axes that they lack, to one shape. */
final class Broadcast {
  private static final Axis ONE = Axis.of(1);

  private final String layer;
  private final List<Shape> shapes;
  private final int rank;

  private Broadcast(String layer, List<TensorType> inputs) {
    this.layer = layer;
    this.shapes = inputs.stream().map(TensorType::shape).toList();
    this.rank = shapes.stream().mapToInt(Shape::rank).max().orElseThrow();
  }

  /** The shape of what a layer makes of them. */
  static Shape of(String layer, List<TensorType> inputs) {
    return new Broadcast(layer, inputs).shape();
  }

  private Shape shape() {
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      Axis found = ONE;
      for (Shape shape : shapes) {
        found = both(found, aligned(shape).axis(i));
      }
      axes.add(found);
    }
    return Shape.of(axes);
  }

  /** Of a size and a name the size is kept: the name is 1 or the same when it is known. */
  private Axis both(Axis one, Axis other) {
    if (one.equals(ONE) || other.equals(ONE)) {
      return one.equals(ONE) ? other : one;
    }
    if (one.matches(other) == Axis.Match.DIFFERENT) {
      throw mismatch();
    }
    return one.isKnown() ? one : other;
  }

  /** With axes of size 1 before its first, behind that of the batch, as many as it lacks. */
  private Shape aligned(Shape shape) {
    List<Axis> axes = new ArrayList<>(Collections.nCopies(rank - shape.rank(), ONE));
    axes.addAll(shape.axes());
    return Shape.of(axes);
  }

  private LayerException mismatch() {
    boolean oneRank = shapes.stream().allMatch(shape -> shape.rank() == rank);
    return new LayerException(
            Problem.SHAPE_MISMATCH,
            "@%s needs equal %s, found %s"
                .formatted(
                    layer,
                    oneRank ? "shapes" : "last axes",
                    shapes.stream().map(Shape::toString).collect(Collectors.joining(" and "))))
        .remedy(oneRank ? remedies() : remediesForRanks());
  }

  /** Features are brought to one size by a layer, the others by how it reads them. */
  private String[] remedies() {
    Shape first = shapes.get(0);
    for (Shape other : shapes) {
      for (int i = 0; i < rank - 1; i++) {
        if (first.axis(i).matches(other.axis(i)) == Axis.Match.DIFFERENT) {
          return new String[] {
            "Make them equal: with padding = SAME a convolution or pooling keeps the size, or",
            "bring one to the size of the other with a @Cropping or @ZeroPadding before it."
          };
        }
      }
    }
    return new String[] {
      "Make them equal, for example with a @Dense of as many units before one of them,",
      "or keep both with @Concatenate."
    };
  }

  /** One number for each step or pixel lacks its axis of channels, features may be too many. */
  private String[] remediesForRanks() {
    Shape longest = shapes.stream().filter(shape -> shape.rank() == rank).findFirst().orElseThrow();
    Shape shorter = shapes.stream().filter(shape -> shape.rank() < rank).findFirst().orElseThrow();
    String read = "%s is read as %s.".formatted(shorter, aligned(shorter));
    if (longest.axes().subList(0, shorter.rank()).equals(shorter.axes())) {
      String sizes = "-1" + ", 1".repeat(rank - shorter.rank());
      if (shorter.rank() > 1) {
        sizes =
            shorter.axes().stream()
                .map(axis -> axis.isKnown() ? axis.toString() : "-1")
                .collect(Collectors.joining(", ", "", ", 1".repeat(rank - shorter.rank())));
      }
      return new String[] {
        read,
        "To have one number for each of the first axes, put a @Reshape({%s}) before it."
            .formatted(sizes)
      };
    }
    return new String[] {
      read, "Make its last axis %s, for example with a @Dense before it.".formatted(longest.last())
    };
  }
}
