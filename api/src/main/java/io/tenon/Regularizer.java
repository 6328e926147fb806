package io.tenon;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * What is added to the loss for large weights or outputs, as in {@code keras.regularizers}. A value
 * of layer annotations:
 *
 * <pre>{@code
 * @Dense(units = 64, kernelRegularizer = @Regularizer(value = L2, l2 = 1e-4))
 * Vector hidden(Vector pixels);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Regularizer {
  /** Which one of Keras's; left out for one's own. */
  Kind value() default Kind.FUNCTION;

  /**
   * One's own, in place of Keras's: a class with a constructor without parameters. The runtime's
   * {@code SameDiffPenalty} is what one implements.
   */
  Class<? extends Function> function() default Function.class;

  /** The factor of the absolute values, for {@link Kind#L1} and {@link Kind#L1_L2}. */
  double l1() default 0.01;

  /** The factor of the squares, for {@link Kind#L2} and {@link Kind#L1_L2}. */
  double l2() default 0.01;

  /** The factor of {@link Kind#ORTHOGONAL}. */
  double factor() default 0.01;

  /** What {@link Kind#ORTHOGONAL} turns against each other. */
  Mode mode() default Mode.ROWS;

  /** The regularizers of Keras. */
  enum Kind {
    /** Nothing is added. */
    NONE,
    /** {@link Regularizer#l1} times the sum of the absolute values. */
    L1,
    /** {@link Regularizer#l2} times the sum of the squares. */
    L2,
    /** Both. */
    L1_L2,
    /**
     * {@link Regularizer#factor} times the mean absolute cosine of all pairs of rows or columns;
     * matrices only.
     */
    ORTHOGONAL,
    /** One's own: {@link Regularizer#function}. */
    FUNCTION
  }

  /** One's own function of a weight; the runtime knows its kinds. */
  interface Function {}

  /** What {@link Kind#ORTHOGONAL} turns against each other. */
  enum Mode {
    /** The rows of the matrix. */
    ROWS,
    /** The columns of the matrix. */
    COLUMNS
  }

  /** A {@link Regularizer} as a value; components are the annotation's members. */
  record Spec(
      Kind kind, double l1, double l2, double factor, Mode mode, @Nullable Function function) {
    /** No regularizer. */
    public static final Spec NONE = of(Kind.NONE);

    /** Refuses negative factors, those that the kind has no use of, and a function amiss. */
    public Spec {
      WeightValues.function("Regularizer", kind == Kind.FUNCTION, function != null);
      WeightValues.notNegative("l1", l1);
      WeightValues.notNegative("l2", l2);
      WeightValues.notNegative("factor", factor);
      WeightValues.unused("l1", kind, l1, 0.01, "L1", "L1_L2");
      WeightValues.unused("l2", kind, l2, 0.01, "L2", "L1_L2");
      WeightValues.unused("factor", kind, factor, 0.01, "ORTHOGONAL");
      WeightValues.unused("mode", kind, mode, Mode.ROWS, "ORTHOGONAL");
    }

    /** One's own. */
    public static Spec of(Function function) {
      return new Spec(Kind.FUNCTION, 0.01, 0.01, 0.01, Mode.ROWS, function);
    }

    /** The regularizer of that kind with Keras's defaults. */
    public static Spec of(Kind kind) {
      return new Spec(kind, 0.01, 0.01, 0.01, Mode.ROWS, null);
    }

    /** The same with another {@link Regularizer#l1}. */
    public Spec withL1(double l1) {
      return new Spec(kind, l1, l2, factor, mode, function);
    }

    /** The same with another {@link Regularizer#l2}. */
    public Spec withL2(double l2) {
      return new Spec(kind, l1, l2, factor, mode, function);
    }

    /** The same with another {@link Regularizer#factor}. */
    public Spec withFactor(double factor) {
      return new Spec(kind, l1, l2, factor, mode, function);
    }

    /** The same with another {@link Regularizer#mode}. */
    public Spec withMode(Mode mode) {
      return new Spec(kind, l1, l2, factor, mode, function);
    }

    /** Whether it adds anything. */
    public boolean isNone() {
      return kind == Kind.NONE;
    }

    /** The factor of the absolute values that it adds, 0 if it adds none. */
    public double absolute() {
      return kind == Kind.L1 || kind == Kind.L1_L2 ? l1 : 0;
    }

    /** The factor of the squares that it adds, 0 if it adds none. */
    public double squared() {
      return kind == Kind.L2 || kind == Kind.L1_L2 ? l2 : 0;
    }
  }
}
