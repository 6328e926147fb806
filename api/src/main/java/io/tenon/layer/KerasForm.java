package io.tenon.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How Keras writes a component of a {@link LayerSpec}, where that is more than its name in snake
 * case and its value as it is.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface KerasForm {
  /** What older versions of Keras call it. */
  String older() default "";

  /**
   * What it is where a file of Keras 2 lacks it, in Keras's words; empty if that is the default.
   */
  String legacyDefault() default "";

  /** Whether Keras takes it at each call of the layer, and not in the configuration. */
  boolean argument() default false;

  /** Whether the numbers stand in pairs, as in {@code [[1, 0], [2, 1]]}. */
  boolean pairs() default false;

  /** Whether a list of one number is written as that number. */
  boolean single() default false;

  /** Whether it is left out where there is none, or it is false, instead of being written. */
  boolean optional() default false;

  /** Whether it is an axis, the last of which is -1 here and may have its number in a file. */
  boolean axis() default false;

  /** Whether 0 stands for none, which Keras writes as null. */
  boolean zeroIsNone() default false;

  /** Whether the constant {@code NONE} is written as null. */
  boolean noneIsNull() default false;

  /** Whether -1 in a list stands for a size that is left open, which Keras writes as null. */
  boolean openIsNone() default false;

  /**
   * Whether no axes stand for all between that of the batch and the last, which Keras writes by
   * their numbers.
   */
  boolean allAxes() default false;
}
