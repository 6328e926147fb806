package io.tenon;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the tensor that a parameter reads, where the parameter's own name cannot: a tensor read
 * twice, or an interface compiled elsewhere without parameter names.
 *
 * <pre>{@code
 * @Concatenate Vector doubled(Vector code, @From("code") Vector again);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface From {
  /** The name of a tensor of the same model. */
  String value();
}
