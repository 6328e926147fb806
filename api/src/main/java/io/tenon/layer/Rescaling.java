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
 * {@code scale * x + offset}, by one number each or by one for each channel. As {@code
 * keras.layers.Rescaling}.
 *
 * <p>Input shape: any. Output shape: the same. Weights: none.
 *
 * <pre>{@code
 * @Rescaling(scale = 1.0 / 255) Image bright(Image bytes);
 * @Rescaling(scale = {1 / 0.229, 1 / 0.224, 1 / 0.225}, offset = {-2.118, -2.036, -1.804})
 * Image standard(Image bright);
 * }</pre>
 */
@Documented
@LayerDefinition(Rescaling.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Rescaling {
  /** What it is multiplied by: one number, or one for each element along the last axis. */
  double[] scale();

  /** What is added then: one number, or one for each element along the last axis. */
  double[] offset() default 0.0;

  /** {@link Rescaling} as a value. */
  record Spec(
      @KerasForm(single = true) List<Double> scale, @KerasForm(single = true) List<Double> offset)
      implements LayerSpec {
    /** Refuses no number, and a scale of 0, which whole numbers come to where they are divided. */
    public Spec {
      scale = some("scale", scale);
      offset = some("offset", offset);
      if (scale.contains(0.0) || scale.contains(-0.0)) {
        throw Require.invalid("scale", scale, "must not be 0, which leaves nothing of the input")
            .remedy("In Java 1 / 255 is 0: write 1.0 / 255.");
      }
    }

    private static List<Double> some(String member, List<Double> numbers) {
      if (numbers.isEmpty()) {
        throw Require.invalid(member, numbers, "needs a number")
            .remedy("One is for all; several are for the channels.");
      }
      return List.copyOf(numbers);
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      fits("scale", scale, inputs.get(0).shape());
      fits("offset", offset, inputs.get(0).shape());
      return Inference.of(TensorType.float32(inputs.get(0).shape()));
    }

    private void fits(String member, List<Double> numbers, Shape shape) {
      if (numbers.size() == 1) {
        return;
      }
      Require.known(shape.last(), "size of the last axis", className());
      if (!shape.last().equals(Axis.of(numbers.size()))) {
        throw new LayerException(
                Problem.SHAPE_MISMATCH,
                "%s has %d numbers, one for each channel, found %s channels in %s"
                    .formatted(member, numbers.size(), shape.last(), shape))
            .at(member)
            .remedy("Give one number for all, or %s.".formatted(shape.last()));
      }
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.PASSES;
    }
  }
}
