package io.tenon.layer;

import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the merges element by element share: shapes are equal, or 1 where one is repeated. */
public interface MergeSpec extends LayerSpec {
  /** What is made of the elements at one place. */
  enum Operation {
    /** Their sum. */
    ADD,
    /** The first less the second. */
    SUBTRACT,
    /** Their product. */
    MULTIPLY,
    /** Their mean. */
    AVERAGE,
    /** The largest. */
    MAXIMUM,
    /** The smallest. */
    MINIMUM
  }

  /** What is made of the elements at one place. */
  Operation operation();

  @Override
  default InputCount inputCount() {
    return InputCount.SEVERAL;
  }

  /** A step counts where it counts in one of them; without a mask where one has none. */
  @Override
  default MaskUse maskUse() {
    return MaskUse.PASSES;
  }

  @Override
  default Inference infer(List<TensorType> inputs) {
    Shape shape = inputs.get(0).shape();
    for (int i = 1; i < inputs.size(); i++) {
      shape = both(inputs, shape, inputs.get(i).shape());
    }
    return Inference.of(TensorType.float32(shape));
  }

  /** A shape with axes of size 1 before its first, as many as it lacks. */
  static Shape aligned(Shape shape, int rank) {
    List<Axis> axes = new ArrayList<>(Collections.nCopies(rank - shape.rank(), Axis.of(1)));
    axes.addAll(shape.axes());
    return Shape.of(axes);
  }

  private Shape both(List<TensorType> inputs, Shape one, Shape other) {
    int rank = Math.max(one.rank(), other.rank());
    return joined(inputs, aligned(one, rank), aligned(other, rank));
  }

  private Shape joined(List<TensorType> inputs, Shape left, Shape right) {
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < left.rank(); i++) {
      Axis one = left.axis(i);
      Axis other = right.axis(i);
      if (one.equals(Axis.of(1))) {
        axes.add(other);
      } else if (other.equals(Axis.of(1)) || one.matches(other) != Axis.Match.DIFFERENT) {
        axes.add(one);
      } else {
        throw mismatch(inputs);
      }
    }
    return Shape.of(axes);
  }

  /** Features are brought to one size by a layer, the others by how it reads them. */
  private static String[] remedies(List<TensorType> inputs) {
    Shape first = inputs.get(0).shape();
    for (TensorType input : inputs) {
      Shape other = input.shape();
      for (int i = 0; other.rank() == first.rank() && i < first.rank() - 1; i++) {
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

  private LayerException mismatch(List<TensorType> inputs) {
    List<String> shapes = inputs.stream().map(input -> input.shape().toString()).toList();
    return new LayerException(
            Problem.SHAPE_MISMATCH,
            "@%s needs equal shapes, found %s".formatted(className(), String.join(" and ", shapes)))
        .remedy(remedies(inputs));
  }
}
