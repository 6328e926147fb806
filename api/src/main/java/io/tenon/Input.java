package io.tenon;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a tensor an input of the model.
 *
 * <p>The shape is written as axes separated by spaces, without the batch axis: a size ({@code 28})
 * or a name ({@code time}) for an axis known only at run time. Axes of one name must agree wherever
 * they meet.
 *
 * <pre>{@code
 * @Input("28 28 1")   Image  photo();
 * @Input("time 32")   Series speech();
 * @Input("100")       Tokens title();
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Input {
  /** The shape without the batch axis: sizes and names separated by spaces. */
  String value();

  /**
   * The number of samples in every batch, where a stateful layer needs it fixed; 0 for any. Samples
   * then come in multiples of it.
   */
  int batchSize() default 0;

  /** The type of the elements. {@link Tokens} are {@link DataType#INT32} without saying so. */
  DataType dtype() default DataType.FLOAT32;
}
