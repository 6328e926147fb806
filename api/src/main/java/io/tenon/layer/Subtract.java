package io.tenon.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The first tensor less the second, element by element, as {@code keras.layers.Subtract}. Axes of
 * size 1 are repeated to the size of the others', and a tensor of fewer axes along the first that
 * it lacks, behind the batch axis.
 *
 * <p>Input shapes: equal from the last axis on, but for axes of size 1. Output shape: the largest
 * of each axis. Weights: none.
 *
 * <pre>{@code
 * @Subtract Vector difference(Vector one, Vector other);
 * }</pre>
 */
@Documented
@LayerDefinition(Subtract.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Subtract {

  /** {@link Subtract} as a value. */
  record Spec() implements MergeSpec {
    @Override
    public InputCount inputCount() {
      return InputCount.TWO;
    }

    @Override
    public Operation operation() {
      return Operation.SUBTRACT;
    }
  }
}
