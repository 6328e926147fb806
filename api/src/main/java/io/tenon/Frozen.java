package io.tenon;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has training leave a layer as it is, or all layers of a model that is used as one: Keras's {@code
 * trainable = False}. A frozen layer runs as when predicting: batch normalization keeps its moving
 * statistics.
 *
 * <pre>{@code
 * @Frozen @Dense(units = 64)  Vector features(Vector pixels);
 * @Frozen                     Encoder encoder();
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Frozen {}
