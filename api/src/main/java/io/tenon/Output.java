package io.tenon;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a tensor an output of the model, beside the annotation of the layer that makes it.
 *
 * <p>An output without a loss predicts but does not train, until the builder of the generated model
 * is given one.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Output {
  /** What training makes small. */
  Loss loss() default Loss.NONE;

  /** The weight of this output's loss in the sum over all outputs; not negative. */
  double lossWeight() default 1.0;

  /** What {@code fit} and {@code evaluate} report besides the loss. */
  Metric[] metrics() default {};
}
