package io.tenon.layer;

import io.tenon.shape.Axis;
import io.tenon.shape.RankType;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Repeats each row as often as steps are wanted, as {@code keras.layers.RepeatVector}.
 *
 * <p>Input shape: (batch, features). Output shape: (batch, n, features). Weights: none.
 *
 * <pre>{@code
 * @RepeatVector(10) Series steps(Vector code);
 * }</pre>
 */
@Documented
@LayerDefinition(RepeatVector.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface RepeatVector {
  /** How often; positive. */
  int value();

  /** {@link RepeatVector} as a value. */
  record Spec(int n) implements LayerSpec {
    /** Refuses {@code n} below 1. */
    public Spec {
      Require.positive("n", n);
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      TensorType input = inputs.get(0);
      Require.rank(RankType.VECTOR, input, "RepeatVector");
      return new Inference(
          input.withShape(Shape.of(List.of(Axis.of(n), input.shape().last()))), n + " times");
    }
  }
}
