package io.tenon;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a tensor with a layer or a model that is declared by another method: the first parameter
 * names that, the others are what it reads. However often it is applied, it has one set of weights.
 *
 * <pre>{@code
 * @Model
 * interface VisualPair {
 *   @Input("28 28 1")  Image left();
 *   @Input("28 28 1")  Image right();
 *   Encoder            encoder();                                // another @Model
 *   @Apply             Vector leftCode(Encoder encoder, Image left);
 *   @Apply             Vector rightCode(Encoder encoder, Image right);
 * }
 * }</pre>
 *
 * @see Layer
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Apply {
  /** Which output of a model that has several. */
  String output() default "";
}
