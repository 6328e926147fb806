package io.tenon.plan;

import io.tenon.Initializer.Distribution;
import io.tenon.Initializer.FanMode;
import io.tenon.Initializer.Function;
import io.tenon.Initializer.Spec;
import io.tenon.layer.WeightSpec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;

/** Draws first weights by the formulas of {@code keras.initializers}. */
final class Initializers {
  /** The deviation of a normal distribution cut at two deviations, of which Keras divides. */
  private static final double TRUNCATED_DEVIATION = 0.8796256610342398;

  private Initializers() {}

  /** The values of a weight, row-major, a function of its spec, the seed and its name. */
  static float[] draw(WeightSpec weight, long seed, String name) {
    CRC32 hash = new CRC32();
    hash.update(name.getBytes(StandardCharsets.UTF_8));
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + hash.getValue());
    long[] shape = weight.shape().sizes();
    float[] values = new float[Math.toIntExact(weight.size())];
    fill(values, shape, weight.initializer(), random);
    Arrays.fill(values, weight.ones().from(), weight.ones().to(), 1);
    return values;
  }

  private static void fill(float[] values, long[] shape, Spec spec, Random random) {
    switch (spec.kind()) {
      case ZEROS -> {}
      case ONES -> Arrays.fill(values, 1);
      case CONSTANT -> Arrays.fill(values, (float) spec.constant());
      case IDENTITY -> identity(values, shape, spec.gain());
      case ORTHOGONAL -> Orthogonal.fill(values, shape, spec.gain(), random);
      case RANDOM_NORMAL -> normal(values, spec.mean(), spec.stddev(), random);
      case RANDOM_UNIFORM -> uniform(values, spec.minval(), spec.maxval(), random);
      case TRUNCATED_NORMAL -> truncated(values, spec.mean(), spec.stddev(), random);
      case VARIANCE_SCALING ->
          scaled(values, shape, spec.scale(), spec.mode(), spec.distribution(), random);
      case GLOROT_NORMAL ->
          scaled(values, shape, 1, FanMode.FAN_AVG, Distribution.TRUNCATED_NORMAL, random);
      case GLOROT_UNIFORM ->
          scaled(values, shape, 1, FanMode.FAN_AVG, Distribution.UNIFORM, random);
      case HE_NORMAL ->
          scaled(values, shape, 2, FanMode.FAN_IN, Distribution.TRUNCATED_NORMAL, random);
      case HE_UNIFORM -> scaled(values, shape, 2, FanMode.FAN_IN, Distribution.UNIFORM, random);
      case LECUN_NORMAL ->
          scaled(values, shape, 1, FanMode.FAN_IN, Distribution.TRUNCATED_NORMAL, random);
      case LECUN_UNIFORM -> scaled(values, shape, 1, FanMode.FAN_IN, Distribution.UNIFORM, random);
      case FUNCTION -> own(values, shape, Objects.requireNonNull(spec.function()), random);
    }
  }

  private static void own(float[] values, long[] shape, Function function, Random random) {
    float[] found = function.values(shape.clone(), random);
    if (found.length != values.length) {
      throw new IllegalArgumentException(
          "%s gives %d values for a weight of %s, which holds %d"
              .formatted(
                  function.getClass().getSimpleName(),
                  found.length,
                  Arrays.toString(shape),
                  values.length));
    }
    System.arraycopy(found, 0, values, 0, values.length);
  }

  private static void scaled(
      float[] values,
      long[] shape,
      double scale,
      FanMode mode,
      Distribution distribution,
      Random random) {
    double[] fans = fans(shape);
    double fan =
        switch (mode) {
          case FAN_IN -> fans[0];
          case FAN_OUT -> fans[1];
          case FAN_AVG -> (fans[0] + fans[1]) / 2;
        };
    double variance = scale / Math.max(1, fan);
    switch (distribution) {
      case TRUNCATED_NORMAL ->
          truncated(values, 0, Math.sqrt(variance) / TRUNCATED_DEVIATION, random);
      case UNTRUNCATED_NORMAL -> normal(values, 0, Math.sqrt(variance), random);
      case UNIFORM -> {
        double limit = Math.sqrt(3 * variance);
        uniform(values, -limit, limit, random);
      }
    }
  }

  /** Fan-in and fan-out: of a kernel, its last two axes times its receptive field. */
  private static double[] fans(long[] shape) {
    if (shape.length == 0) {
      return new double[] {1, 1};
    }
    if (shape.length == 1) {
      return new double[] {shape[0], shape[0]};
    }
    double field = 1;
    for (int i = 0; i < shape.length - 2; i++) {
      field *= shape[i];
    }
    return new double[] {shape[shape.length - 2] * field, shape[shape.length - 1] * field};
  }

  private static void identity(float[] values, long[] shape, double gain) {
    if (shape.length != 2) {
      throw new IllegalArgumentException(
          "the identity initializer makes matrices, found shape " + Arrays.toString(shape));
    }
    int columns = (int) shape[1];
    for (int i = 0; i < Math.min(shape[0], shape[1]); i++) {
      values[i * columns + i] = (float) gain;
    }
  }

  private static void normal(float[] values, double mean, double stddev, Random random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (mean + stddev * random.nextGaussian());
    }
  }

  private static void truncated(float[] values, double mean, double stddev, Random random) {
    for (int i = 0; i < values.length; i++) {
      double draw = random.nextGaussian();
      while (Math.abs(draw) > 2) {
        draw = random.nextGaussian();
      }
      values[i] = (float) (mean + stddev * draw);
    }
  }

  private static void uniform(float[] values, double low, double high, Random random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (low + (high - low) * random.nextDouble());
    }
  }
}
