package io.tenon;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a weight must keep to after each update, as in {@code keras.constraints}. A value of layer
 * annotations:
 *
 * <pre>{@code
 * @Dense(units = 64, kernelConstraint = @Constraint(value = MAX_NORM, maxValue = 3))
 * Vector hidden(Vector pixels);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Constraint {
  /** Which one of Keras's; left out for one's own. */
  Kind value() default Kind.FUNCTION;

  /** One's own, in place of Keras's: a class with a constructor without parameters. */
  Class<? extends Function> function() default Function.class;

  /**
   * The largest norm; not a number for Keras's default, which is 2 for {@link Kind#MAX_NORM} and 1
   * for {@link Kind#MIN_MAX_NORM}.
   */
  double maxValue() default Double.NaN;

  /** The smallest norm, for {@link Kind#MIN_MAX_NORM}. */
  double minValue() default 0.0;

  /** How much of the way to the norm is gone at once, for {@link Kind#MIN_MAX_NORM}: 0 to 1. */
  double rate() default 1.0;

  /** The axes along which norms are taken; of a kernel of inputs and units, 0. */
  int[] axis() default 0;

  /** The constraints of Keras. */
  enum Kind {
    /** Any value. */
    NONE,
    /** A norm of {@link Constraint#maxValue} at most. */
    MAX_NORM,
    /** 0 or more. */
    NON_NEG,
    /** A norm of 1. */
    UNIT_NORM,
    /** A norm between {@link Constraint#minValue} and {@link Constraint#maxValue}. */
    MIN_MAX_NORM,
    /** One's own: {@link Constraint#function}. */
    FUNCTION
  }

  /** One's own constraint. */
  @FunctionalInterface
  interface Function {
    /**
     * Brings a weight back to what it must keep to.
     *
     * @param values its elements, the last axis changing first; to be changed in place
     * @param shape its sizes
     */
    void apply(float[] values, long[] shape);
  }

  /** A {@link Constraint} as a value; components are the annotation's members. */
  record Spec(
      Kind kind,
      double maxValue,
      double minValue,
      double rate,
      List<Integer> axis,
      @Nullable Function function) {
    /** No constraint. */
    public static final Spec NONE = of(Kind.NONE);

    /** Refuses numbers out of range or that the kind has no use of, and a function amiss. */
    public Spec {
      axis = List.copyOf(axis);
      double largest = kind == Kind.MIN_MAX_NORM ? 1 : 2;
      maxValue = Double.isNaN(maxValue) ? largest : maxValue;
      WeightValues.function("Constraint", kind == Kind.FUNCTION, function != null);
      WeightValues.notNegative("minValue", minValue);
      WeightValues.share("rate", rate);
      WeightValues.unused("maxValue", kind, maxValue, largest, "MAX_NORM", "MIN_MAX_NORM");
      WeightValues.unused("minValue", kind, minValue, 0.0, "MIN_MAX_NORM");
      WeightValues.unused("rate", kind, rate, 1.0, "MIN_MAX_NORM");
      WeightValues.unused("axis", kind, axis, List.of(0), "MAX_NORM", "UNIT_NORM", "MIN_MAX_NORM");
    }

    /** One's own. */
    public static Spec of(Function function) {
      return new Spec(Kind.FUNCTION, Double.NaN, 0.0, 1.0, List.of(0), function);
    }

    /** The constraint of that kind with the annotation's defaults. */
    public static Spec of(Kind kind) {
      return new Spec(kind, Double.NaN, 0.0, 1.0, List.of(0), null);
    }

    /** The same with another {@link Constraint#maxValue}. */
    public Spec withMaxValue(double maxValue) {
      return new Spec(kind, maxValue, minValue, rate, axis, function);
    }

    /** The same with another {@link Constraint#minValue}. */
    public Spec withMinValue(double minValue) {
      return new Spec(kind, maxValue, minValue, rate, axis, function);
    }

    /** The same with another {@link Constraint#rate}. */
    public Spec withRate(double rate) {
      return new Spec(kind, maxValue, minValue, rate, axis, function);
    }

    /** The same with another {@link Constraint#axis}. */
    public Spec withAxis(int... axis) {
      List<Integer> numbers = Arrays.stream(axis).boxed().toList();
      return new Spec(kind, maxValue, minValue, rate, numbers, function);
    }

    /** Whether any value will do. */
    public boolean isNone() {
      return kind == Kind.NONE;
    }
  }
}
