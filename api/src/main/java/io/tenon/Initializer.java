package io.tenon;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a weight begins, as in {@code keras.initializers}. A value of layer annotations:
 *
 * <pre>{@code
 * @Dense(units = 64, kernelInitializer = @Initializer(HE_NORMAL)) Vector hidden(Vector pixels);
 * }</pre>
 *
 * <p>One's own is a class with a constructor without parameters:
 *
 * <pre>{@code
 * final class Ramp implements Initializer.Function {
 *   public float[] values(long[] shape, RandomGenerator random) { ... }
 * }
 *
 * @Dense(units = 64, kernelInitializer = @Initializer(function = Ramp.class)) Vector hidden(Vector pixels);
 * }</pre>
 *
 * <p>Fan-in and fan-out are the products of a kernel's last two axes but one and one, times its
 * receptive field, as Keras computes them.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Initializer {
  /** Which one of Keras's; left out for one's own. */
  Kind value() default Kind.FUNCTION;

  /** One's own, in place of Keras's. */
  Class<? extends Function> function() default Function.class;

  /** The mean of {@link Kind#RANDOM_NORMAL} and {@link Kind#TRUNCATED_NORMAL}. */
  double mean() default 0.0;

  /** The deviation of {@link Kind#RANDOM_NORMAL} and {@link Kind#TRUNCATED_NORMAL}. */
  double stddev() default 0.05;

  /** The lower bound of {@link Kind#RANDOM_UNIFORM}. */
  double minval() default -0.05;

  /** The upper bound of {@link Kind#RANDOM_UNIFORM}. */
  double maxval() default 0.05;

  /** The value of {@link Kind#CONSTANT}. */
  double constant() default 0.0;

  /** The factor of {@link Kind#IDENTITY} and {@link Kind#ORTHOGONAL}. */
  double gain() default 1.0;

  /** The scale of {@link Kind#VARIANCE_SCALING}. */
  double scale() default 1.0;

  /** What {@link Kind#VARIANCE_SCALING} divides by. */
  FanMode mode() default FanMode.FAN_IN;

  /** What {@link Kind#VARIANCE_SCALING} draws from. */
  Distribution distribution() default Distribution.TRUNCATED_NORMAL;

  /** The initializers of Keras. */
  enum Kind {
    /** All 0. */
    ZEROS,
    /** All 1. */
    ONES,
    /** All {@link Initializer#constant}. */
    CONSTANT,
    /** {@link Initializer#gain} on the diagonal, 0 elsewhere; matrices only. */
    IDENTITY,
    /** A random orthogonal matrix times {@link Initializer#gain}. */
    ORTHOGONAL,
    /** Normal with {@link Initializer#mean} and {@link Initializer#stddev}. */
    RANDOM_NORMAL,
    /** Uniform between {@link Initializer#minval} and {@link Initializer#maxval}. */
    RANDOM_UNIFORM,
    /** Normal, redrawn beyond two deviations. */
    TRUNCATED_NORMAL,
    /** A variance of {@link Initializer#scale} / {@link Initializer#mode}. */
    VARIANCE_SCALING,
    /** Truncated normal with variance 2 / (fan-in + fan-out): Glorot and Bengio, 2010. */
    GLOROT_NORMAL,
    /** Uniform with variance 2 / (fan-in + fan-out): Glorot and Bengio, 2010. */
    GLOROT_UNIFORM,
    /** Truncated normal with variance 2 / fan-in: He et al., 2015. */
    HE_NORMAL,
    /** Uniform with variance 2 / fan-in: He et al., 2015. */
    HE_UNIFORM,
    /** Truncated normal with variance 1 / fan-in: LeCun et al., 1998. */
    LECUN_NORMAL,
    /** Uniform with variance 1 / fan-in: LeCun et al., 1998. */
    LECUN_UNIFORM,
    /** One's own: {@link Initializer#function}. */
    FUNCTION
  }

  /** One's own way to begin a weight. */
  @FunctionalInterface
  interface Function {
    /**
     * The values of a weight.
     *
     * @param shape its sizes, such as those of a kernel: inputs and units
     * @param random to draw from: the same in each run with the model's seed
     * @return as many values as the shape holds, the last axis changing first
     */
    float[] values(long[] shape, RandomGenerator random);
  }

  /** What the variance of {@link Kind#VARIANCE_SCALING} is divided by. */
  enum FanMode {
    /** The number of inputs of a unit. */
    FAN_IN,
    /** The number of outputs of a unit. */
    FAN_OUT,
    /** The mean of both. */
    FAN_AVG
  }

  /** What {@link Kind#VARIANCE_SCALING} draws from. */
  enum Distribution {
    /** Normal, redrawn beyond two deviations. */
    TRUNCATED_NORMAL,
    /** Normal. */
    UNTRUNCATED_NORMAL,
    /** Uniform. */
    UNIFORM
  }

  /** An {@link Initializer} as a value; components are the annotation's members. */
  record Spec(
      Kind kind,
      double mean,
      double stddev,
      double minval,
      double maxval,
      double constant,
      double gain,
      double scale,
      FanMode mode,
      Distribution distribution,
      @Nullable Function function) {

    /** Refuses numbers out of range or that the kind has no use of, and a function amiss. */
    public Spec {
      WeightValues.function("Initializer", kind == Kind.FUNCTION, function != null);
      WeightValues.notNegative("stddev", stddev);
      WeightValues.notNegative("scale", scale);
      WeightValues.unused("mean", kind, mean, 0.0, "RANDOM_NORMAL", "TRUNCATED_NORMAL");
      WeightValues.unused("stddev", kind, stddev, 0.05, "RANDOM_NORMAL", "TRUNCATED_NORMAL");
      WeightValues.unused("minval", kind, minval, -0.05, "RANDOM_UNIFORM");
      WeightValues.unused("maxval", kind, maxval, 0.05, "RANDOM_UNIFORM");
      WeightValues.unused("constant", kind, constant, 0.0, "CONSTANT");
      WeightValues.unused("gain", kind, gain, 1.0, "IDENTITY", "ORTHOGONAL");
      WeightValues.unused("scale", kind, scale, 1.0, "VARIANCE_SCALING");
      WeightValues.unused("mode", kind, mode, FanMode.FAN_IN, "VARIANCE_SCALING");
      WeightValues.unused(
          "distribution", kind, distribution, Distribution.TRUNCATED_NORMAL, "VARIANCE_SCALING");
    }

    /** The initializer of that kind with Keras's defaults. */
    public static Spec of(Kind kind) {
      return new Spec(
          kind,
          0.0,
          0.05,
          -0.05,
          0.05,
          0.0,
          1.0,
          1.0,
          FanMode.FAN_IN,
          Distribution.TRUNCATED_NORMAL,
          null);
    }

    /** One's own. */
    public static Spec of(Function function) {
      return new Spec(
          Kind.FUNCTION,
          0.0,
          0.05,
          -0.05,
          0.05,
          0.0,
          1.0,
          1.0,
          FanMode.FAN_IN,
          Distribution.TRUNCATED_NORMAL,
          function);
    }

    /** The same with another {@link Initializer#mean}. */
    public Spec withMean(double mean) {
      return new Spec(
          kind, mean, stddev, minval, maxval, constant, gain, scale, mode, distribution, function);
    }

    /** The same with another {@link Initializer#stddev}. */
    public Spec withStddev(double stddev) {
      return new Spec(
          kind, mean, stddev, minval, maxval, constant, gain, scale, mode, distribution, function);
    }

    /** The same with another {@link Initializer#minval}. */
    public Spec withMinval(double minval) {
      return new Spec(
          kind, mean, stddev, minval, maxval, constant, gain, scale, mode, distribution, function);
    }

    /** The same with another {@link Initializer#maxval}. */
    public Spec withMaxval(double maxval) {
      return new Spec(
          kind, mean, stddev, minval, maxval, constant, gain, scale, mode, distribution, function);
    }

    /** The same with another {@link Initializer#constant}. */
    public Spec withConstant(double constant) {
      return new Spec(
          kind, mean, stddev, minval, maxval, constant, gain, scale, mode, distribution, function);
    }

    /** The same with another {@link Initializer#gain}. */
    public Spec withGain(double gain) {
      return new Spec(
          kind, mean, stddev, minval, maxval, constant, gain, scale, mode, distribution, function);
    }

    /** The same with another {@link Initializer#scale}. */
    public Spec withScale(double scale) {
      return new Spec(
          kind, mean, stddev, minval, maxval, constant, gain, scale, mode, distribution, function);
    }

    /** The same with another {@link Initializer#mode}. */
    public Spec withMode(FanMode mode) {
      return new Spec(
          kind, mean, stddev, minval, maxval, constant, gain, scale, mode, distribution, function);
    }

    /** The same with another {@link Initializer#distribution}. */
    public Spec withDistribution(Distribution distribution) {
      return new Spec(
          kind, mean, stddev, minval, maxval, constant, gain, scale, mode, distribution, function);
    }
  }
}
