package io.tenon;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a model. Each abstract method of the interface is a tensor: its annotation is the layer
 * that makes it, its parameters are the tensors the layer reads, found by their names. The order of
 * the methods means nothing.
 *
 * <pre>{@code
 * @Model
 * interface Digits {
 *   @Input("8 8 1")                               Image image();
 *   @Conv2D(filters = 16, kernelSize = 3)         Image edges(Image image);
 *   @Flatten                                      Vector features(Image edges);
 *   @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY)
 *   @Dense(units = 10, activation = SOFTMAX)      Vector digit(Vector features);
 * }
 * }</pre>
 *
 * <p>From {@code Digits} the processor generates {@code DigitsModel}.
 *
 * @see Sequential
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Model {
  /**
   * A file of Keras's that describes the model, {@code .keras}, {@code .h5} or {@code .json}, in
   * place of methods; empty for none. Its name is that of a resource: relative to the package of
   * the interface, or to the root.
   *
   * <pre>{@code
   * @Model(from = "sentiment.keras") interface Sentiment {}
   * }</pre>
   *
   * <p>The file is read while compiling. Layers keep their names from the file; in the names of
   * methods, what Java does not allow becomes {@code _}. Weights are read by {@code load}.
   */
  String from() default "";
}
