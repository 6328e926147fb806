package io.tenon.layer;

import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Products of two tensors, summed along an axis of each. As {@code keras.layers.Dot}.
 *
 * <p>Input shapes: equal along the two axes. Output shape: the axes of the first but its own, then
 * those of the second but its own; (batch, 1) where none is left. Weights: none.
 *
 * <pre>{@code
 * @Dot(axes = 1, normalize = true) Vector likeness(Vector left, Vector right);
 * }</pre>
 */
@Documented
@LayerDefinition(Dot.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Dot {
  /** The axis of each that is summed over, the batch axis being 0; one number for both. */
  int[] axes();

  /** Whether both are brought to length 1 along the axis first, so that the result is a cosine. */
  boolean normalize() default false;

  /** {@link Dot} as a value. */
  record Spec(List<Integer> axes, boolean normalize) implements LayerSpec {
    /** Refuses more than two axes, and the batch axis. */
    public Spec {
      if (axes.isEmpty() || axes.size() > 2) {
        throw Require.invalid("axes", axes, "needs 1 or 2 numbers");
      }
      axes = List.of(axes.get(0), axes.get(axes.size() - 1));
      if (axes.contains(0)) {
        throw Require.invalid("axes", axes, "must not hold the batch axis");
      }
    }

    @Override
    public InputCount inputCount() {
      return InputCount.TWO;
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      Shape left = inputs.get(0).shape();
      Shape right = inputs.get(1).shape();
      int leftAxis = axis(inputs, 0);
      int rightAxis = axis(inputs, 1);
      if (left.axis(leftAxis).matches(right.axis(rightAxis)) == Axis.Match.DIFFERENT) {
        throw new LayerException(
                Problem.SHAPE_MISMATCH,
                "@Dot sums over axes of one size, found %s of %s and %s of %s"
                    .formatted(left.axis(leftAxis), left, right.axis(rightAxis), right))
            .at("axes")
            .remedy(remedy(left, right));
      }
      List<Axis> axes = new ArrayList<>(left.axes());
      axes.remove(leftAxis);
      List<Axis> others = new ArrayList<>(right.axes());
      others.remove(rightAxis);
      axes.addAll(others);
      String arithmetic = "sums over " + left.axis(leftAxis);
      return new Inference(
          TensorType.float32(axes.isEmpty() ? Shape.of(1) : Shape.of(axes)), arithmetic);
    }

    /** The first axes that match, as code to paste. */
    private static String remedy(Shape left, Shape right) {
      for (int i = left.rank() - 1; i >= 0; i--) {
        for (int j = right.rank() - 1; j >= 0; j--) {
          if (left.axis(i).equals(right.axis(j))) {
            return i == j
                ? "These match:  @Dot(axes = %d)".formatted(i + 1)
                : "These match:  @Dot(axes = {%d, %d})".formatted(i + 1, j + 1);
          }
        }
      }
      return "Bring one to the size of the other with a @Dense before it.";
    }

    /** The axis of one of the inputs, counted from 0 after the batch axis. */
    public int axis(List<TensorType> inputs, int index) {
      return Require.axis("axes", axes.get(index), inputs.get(index));
    }
  }
}
