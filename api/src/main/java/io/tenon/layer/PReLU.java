package io.tenon.layer;

import static io.tenon.Initializer.Kind.ZEROS;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
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
 * x if it is positive, else {@code alpha * x} with a slope that is learned. As {@code
 * keras.layers.PReLU}; He et al., 2015.
 *
 * <p>Input shape: any. Output shape: the same. Weights: {@code alpha}, of the shape of a sample,
 * the axes of {@link #sharedAxes} being 1.
 *
 * <pre>{@code
 * @PReLU(sharedAxes = {1, 2}) Image active(Image sum);
 * }</pre>
 */
@Documented
@LayerDefinition(PReLU.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PReLU {
  /** How the slope begins. */
  Initializer alphaInitializer() default @Initializer(ZEROS);

  /** What the slope adds to the loss. */
  Regularizer alphaRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the slope keeps to after each update. */
  Constraint alphaConstraint() default @Constraint(Constraint.Kind.NONE);

  /** The axes along which one slope serves all, the first after the batch axis being 1. */
  int[] sharedAxes() default {};

  /** {@link PReLU} as a value. */
  record Spec(
      Initializer.Spec alphaInitializer,
      Regularizer.Spec alphaRegularizer,
      Constraint.Spec alphaConstraint,
      List<Integer> sharedAxes)
      implements LayerSpec {
    /** Refuses the batch axis. */
    public Spec {
      sharedAxes = List.copyOf(sharedAxes);
      sharedAxes.forEach(axis -> Require.positive("sharedAxes", axis));
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      sharedAxes.forEach(axis -> Require.axis("sharedAxes", axis, inputs.get(0)));
      slopes(inputs.get(0)).axes().forEach(axis -> Require.known(axis, "shape", className()));
      return Inference.of(TensorType.float32(inputs.get(0).shape()));
    }

    private Shape slopes(TensorType input) {
      Shape shape = input.shape();
      for (int axis : sharedAxes) {
        shape = shape.with(axis - 1, Axis.of(1));
      }
      return shape;
    }

    @Override
    public List<WeightSpec> weights(List<TensorType> inputs) {
      return List.of(
          WeightSpec.trainable("alpha", slopes(inputs.get(0)), alphaInitializer)
              .with(alphaRegularizer, alphaConstraint));
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.PASSES;
    }
  }
}
