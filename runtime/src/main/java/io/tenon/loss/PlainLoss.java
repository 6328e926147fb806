package io.tenon.loss;

import java.util.Locale;

/** The mean losses without parameters; y is the label, p the prediction. */
enum PlainLoss implements MeanLoss {
  /** (p - y)^2. */
  MEAN_SQUARED_ERROR {
    @Override
    public double loss(double y, double p) {
      return (p - y) * (p - y);
    }

    @Override
    public double slope(double y, double p) {
      return 2 * (p - y);
    }
  },

  /** |p - y|. */
  MEAN_ABSOLUTE_ERROR {
    @Override
    public double loss(double y, double p) {
      return Math.abs(p - y);
    }

    @Override
    public double slope(double y, double p) {
      return Math.signum(p - y);
    }
  },

  /** 100 |p - y| / |y|. */
  MEAN_ABSOLUTE_PERCENTAGE_ERROR {
    @Override
    public double loss(double y, double p) {
      return 100 * Math.abs(p - y) / Math.max(Math.abs(y), EPSILON);
    }

    @Override
    public double slope(double y, double p) {
      return 100 * Math.signum(p - y) / Math.max(Math.abs(y), EPSILON);
    }
  },

  /** (log(1 + p) - log(1 + y))^2, both at least 0. */
  MEAN_SQUARED_LOGARITHMIC_ERROR {
    @Override
    public double loss(double y, double p) {
      double error = difference(y, p);
      return error * error;
    }

    @Override
    public double slope(double y, double p) {
      return p > EPSILON ? 2 * difference(y, p) / (1 + p) : 0;
    }

    private static double difference(double y, double p) {
      return Math.log1p(Math.max(p, EPSILON)) - Math.log1p(Math.max(y, EPSILON));
    }
  },

  /** log(cosh(p - y)). */
  LOG_COSH {
    @Override
    public double loss(double y, double p) {
      double error = Math.abs(p - y); // cosh would overflow
      return error + Math.log1p(Math.exp(-2 * error)) - Math.log(2);
    }

    @Override
    public double slope(double y, double p) {
      return Math.tanh(p - y);
    }
  },

  /** p - y log(p). */
  POISSON {
    @Override
    public double loss(double y, double p) {
      return p - y * Math.log(p + EPSILON);
    }

    @Override
    public double slope(double y, double p) {
      return 1 - y / (p + EPSILON);
    }
  };

  @Override
  public String kerasName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
