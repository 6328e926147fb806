package io.tenon.layer;

import io.tenon.Initializer;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * {@code x / sqrt(mean(x^2) + epsilon) * scale}: brings the mean square along the last axis, or the
 * last ones, to 1, and leaves the mean where it is. As {@code keras.layers.RMSNormalization}; Zhang
 * and Sennrich, 2019.
 *
 * <p>Input shape: any. Output shape: the same. Weights: {@code scale}, of the sizes of these axes.
 *
 * <pre>{@code
 * @RMSNormalization Series even(Series words);
 * }</pre>
 */
@Documented
@LayerDefinition(RMSNormalization.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface RMSNormalization {
  /** The last axis, or the last ones, the batch axis being 0; negative counts from the end. */
  int[] axis() default -1;

  /** What is added to the mean square, so that none is 0; positive. */
  double epsilon() default 1e-6;

  /** {@link RMSNormalization} as a value. */
  record Spec(@KerasForm(axis = true) List<Integer> axis, double epsilon) implements LayerSpec {

    /** Refuses no axis, the batch axis, and an epsilon of 0. */
    public Spec {
      axis = Require.axesOfSample("axis", axis);
      Require.positive("epsilon", epsilon);
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      TensorType input = inputs.get(0);
      features(input)
          .axes()
          .forEach(each -> Require.known(each, "number of features", className()));
      return Inference.of(TensorType.float32(input.shape()));
    }

    /** The axes, which must be the last ones: Keras multiplies by the scale along these. */
    private Shape features(TensorType input) {
      List<Integer> indices = Require.axes("axis", axis, input).stream().sorted().toList();
      int rank = input.shape().rank();
      if (indices.get(0) != rank - indices.size()) {
        throw Require.invalid("axis", axis, "must be the last axis, or the last ones")
            .remedy("Bring it to the end with a @Permute, or use @LayerNormalization.");
      }
      return Shape.of(indices.stream().map(input.shape()::axis).toList());
    }

    @Override
    public List<WeightSpec> weights(List<TensorType> inputs) {
      return List.of(
          WeightSpec.trainable(
              "scale", features(inputs.get(0)), Initializer.Spec.of(Initializer.Kind.ONES)));
    }
  }
}
