package io.tenon.layer;

import static io.tenon.Initializer.Kind.GLOROT_UNIFORM;
import static io.tenon.Initializer.Kind.ZEROS;

import io.tenon.ActivationFunction;
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
import java.util.ArrayList;
import java.util.List;

/**
 * A fully connected layer: {@code activation(input * kernel + bias)} along the last axis, as {@code
 * keras.layers.Dense}.
 *
 * <p>Input shape: (batch, ..., features). Output shape: (batch, ..., units). Weights: {@code
 * kernel} (features, units), {@code bias} (units).
 *
 * <pre>{@code
 * @Dense(units = 10, activation = SOFTMAX) Vector digit(Vector features);
 * }</pre>
 */
@Documented
@LayerDefinition(Dense.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Dense {
  /** The size of the output's last axis; positive. */
  int units();

  /** What the result passes through. */
  ActivationFunction activation() default ActivationFunction.LINEAR;

  /** Whether a bias is added. */
  boolean useBias() default true;

  /** How the kernel begins. */
  Initializer kernelInitializer() default @Initializer(GLOROT_UNIFORM);

  /** How the bias begins. */
  Initializer biasInitializer() default @Initializer(ZEROS);

  /** What the kernel adds to the loss. */
  Regularizer kernelRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the bias adds to the loss. */
  Regularizer biasRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the result adds to the loss, as a mean over the batch. */
  Regularizer activityRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the kernel keeps to after each update. */
  Constraint kernelConstraint() default @Constraint(Constraint.Kind.NONE);

  /** What the bias keeps to after each update. */
  Constraint biasConstraint() default @Constraint(Constraint.Kind.NONE);

  /** {@link Dense} as a value. */
  record Spec(
      int units,
      ActivationFunction activation,
      boolean useBias,
      Initializer.Spec kernelInitializer,
      Initializer.Spec biasInitializer,
      Regularizer.Spec kernelRegularizer,
      Regularizer.Spec biasRegularizer,
      @KerasForm(optional = true) Regularizer.Spec activityRegularizer,
      Constraint.Spec kernelConstraint,
      Constraint.Spec biasConstraint)
      implements LayerSpec {

    /** Refuses {@code units} below 1. */
    public Spec {
      Require.positive("units", units);
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.NONE.elsewhere("lora_rank", null).elsewhere("quantization_mode", null);
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      TensorType input = inputs.get(0);
      Require.known(input.shape().last(), "number of features", "Dense");
      return new Inference(
          TensorType.float32(input.shape().withLast(Axis.of(units))), "units " + units);
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.PASSES;
    }

    @Override
    public List<WeightSpec> weights(List<TensorType> inputs) {
      Axis features = inputs.get(0).shape().last();
      List<WeightSpec> weights = new ArrayList<>();
      Shape kernel = Shape.of(List.of(features, Axis.of(units)));
      weights.add(
          WeightSpec.trainable("kernel", kernel, kernelInitializer)
              .with(kernelRegularizer, kernelConstraint));
      if (useBias) {
        weights.add(
            WeightSpec.trainable("bias", Shape.of(units), biasInitializer)
                .with(biasRegularizer, biasConstraint));
      }
      return List.copyOf(weights);
    }
  }
}
