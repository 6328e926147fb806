package io.tenon.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a package: generates there, for each layer annotation of another package, an options type with
 * a method per parameter, and {@code Layers} with a factory method per layer.
 *
 * <pre>{@code
 * Conv2D.Spec spec = Layers.conv2D(32, 3).activation(RELU).get();
 * }</pre>
 *
 * <p>If the processor's path holds the layers' specs, options tell by their type which ranks a
 * layer reads and gives, so that {@code words.then(highway(32))} is checked by the compiler. Else
 * it is {@code words.layer(highway(32)).asSeries()}, checked when it runs.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface GenerateOptions {
  /** The name of the package that holds the layer annotations. */
  String value();

  /**
   * Whether a stage is generated for each rank too, with a method for each layer that reads it: for
   * the package of the DSL itself.
   */
  boolean stages() default false;
}
