package io.tenon.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mean of tensors, element by element, as {@code keras.layers.Average}. Axes of size 1 are
 * repeated to the size of the others', and a tensor of fewer axes along the first that it lacks,
 * behind the batch axis.
 *
 * <p>Input shapes: equal from the last axis on, but for axes of size 1. Output shape: the largest
 * of each axis. Weights: none.
 *
 * <pre>{@code
 * @Average Vector mean(Vector one, Vector other);
 * }</pre>
 */
@Documented
@LayerDefinition(Average.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Average {

  /** {@link Average} as a value. */
  record Spec() implements MergeSpec {
    @Override
    public Operation operation() {
      return Operation.AVERAGE;
    }
  }
}
