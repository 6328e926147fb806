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
import java.util.List;

/**
 * Puts tensors one after the other along an axis, as {@code keras.layers.Concatenate}.
 *
 * <p>Input shapes: equal but for that axis. Output shape: the same, with the sum of that axis.
 * Weights: none.
 *
 * <pre>{@code
 * @Concatenate Vector joined(Vector title, Vector body);
 * }</pre>
 */
@Documented
@LayerDefinition(Concatenate.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Concatenate {
  /** The axis, the batch axis being 0; negative counts from the end, so that -1 is the last. */
  int axis() default -1;

  /** {@link Concatenate} as a value. */
  record Spec(int axis) implements LayerSpec {
    /** Refuses the batch axis. */
    public Spec {
      if (axis == 0) {
        throw Require.invalid("axis", axis, "must not be the batch axis");
      }
    }

    @Override
    public InputCount inputCount() {
      return InputCount.SEVERAL;
    }

    /** A step counts where it counts in one of them; along time, each keeps its own. */
    @Override
    public MaskUse maskUse() {
      return MaskUse.PASSES;
    }

    @Override
    public boolean masks(List<TensorType> inputs) {
      for (TensorType input : inputs) {
        if (input.masked()) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      TensorType first = inputs.get(0);
      int joined = Require.axis("axis", axis, first);
      Axis sum = first.shape().axis(joined);
      StringBuilder arithmetic = new StringBuilder(sum.toString());
      for (int i = 1; i < inputs.size(); i++) {
        requireSame(first, inputs.get(i), i, joined);
        Axis axis = inputs.get(i).shape().axis(joined);
        sum = sum.plus(axis);
        arithmetic.append(" + ").append(axis);
      }
      arithmetic.append(" = ").append(sum);
      return new Inference(first.withShape(first.shape().with(joined, sum)), arithmetic.toString());
    }

    private void requireSame(TensorType first, TensorType other, int index, int joined) {
      if (first.dataType() != other.dataType()) {
        throw new LayerException(
                Problem.TYPE_MISMATCH,
                "@Concatenate joins tensors of one type: %s and %s do not fit"
                    .formatted(first.dataType().kerasName(), other.dataType().kerasName()))
            .atInput(index);
      }
      if (first.shape().rank() != other.shape().rank()) {
        throw mismatch(first.shape(), other.shape(), "have as many axes")
            .remedy("Give them as many axes first, with @Flatten or @Reshape.");
      }
      for (int i = 0; i < first.shape().rank(); i++) {
        if (i != joined
            && first.shape().axis(i).matches(other.shape().axis(i)) == Axis.Match.DIFFERENT) {
          String name = axis == -1 ? "the last axis" : "axis " + axis;
          throw mismatch(first.shape(), other.shape(), "be equal but for " + name)
              .remedy(remedies(first.shape(), other.shape(), i));
        }
      }
    }

    /** Along another axis they can be joined if it is the only one that differs. */
    private static String[] remedies(Shape first, Shape other, int differing) {
      boolean only = first.with(differing, other.axis(differing)).equals(other);
      return only
          ? new String[] {
            "Make the others equal, or join along another axis:  @Concatenate(axis = %d)"
                .formatted(differing + 1)
          }
          : new String[] {
            "Make them equal: with padding = SAME a convolution or pooling keeps the size, or",
            "bring one to the size of the other with a @Cropping or @ZeroPadding before it."
          };
    }

    private static LayerException mismatch(Shape first, Shape other, String rule) {
      return new LayerException(
          Problem.SHAPE_MISMATCH,
          "the shapes that @Concatenate joins must %s, found %s and %s"
              .formatted(rule, first, other));
    }
  }
}
