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
 * {@code a * sigmoid(b)}, a gated linear unit, where a is the first half along an axis and b the
 * second. As {@code keras.activations.glu}; Dauphin et al., 2017. A layer, since no function of
 * each element halves an axis.
 *
 * <p>Input shape: any whose size along the axis is even. Output shape: the same with half that
 * size. Weights: none. Masks end here, as with all operations of Keras that are no layers.
 *
 * <pre>{@code
 * @Dense(units = 64) Vector doubled(Vector x);
 * @Glu               Vector gated(Vector doubled);      // 32 features
 * }</pre>
 */
@Documented
@LayerDefinition(Glu.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Glu {
  /** The axis that is halved, the batch axis being 0; negative counts from the end. */
  int axis() default -1;

  /** {@link Glu} as a value. */
  record Spec(@KerasForm(axis = true) int axis) implements LayerSpec {
    /** Refuses the batch axis. */
    public Spec {
      Require.notBatch("axis", axis);
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.OPERATION;
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      Shape shape = inputs.get(0).shape();
      int index = Require.axis("axis", axis, inputs.get(0));
      Axis whole = shape.axis(index);
      Require.known(whole, "size of the axis", className());
      long size = whole.size().getAsLong();
      if (size % 2 != 0) {
        throw new LayerException(
                Problem.NOT_DIVISIBLE,
                "@Glu halves an axis, which needs an even size, found %d of %s"
                    .formatted(size, shape))
            .atInput(0)
            .remedy("Give the layer before it twice as many features as @Glu shall give.");
      }
      List<Axis> axes = new ArrayList<>(shape.axes());
      axes.set(index, Axis.of(size / 2));
      return new Inference(
          TensorType.float32(Shape.of(axes)), "half of %d = %d".formatted(size, size / 2));
    }
  }
}
