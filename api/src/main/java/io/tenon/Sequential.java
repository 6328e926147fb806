package io.tenon;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a model that is a chain: each method reads the one above it, the first is the input and
 * the last the output. Here, and only here, the order of the methods is the model.
 *
 * <pre>{@code
 * @Sequential
 * interface Mlp {
 *   @Input("784")                              Vector pixels();
 *   @Dense(units = 32, activation = RELU)      Vector hidden();
 *   @Dense(units = 10, activation = SOFTMAX)   Vector digit();
 * }
 * }</pre>
 *
 * <p>An {@link Output} on the last method names its loss.
 *
 * @see Model
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Sequential {}
