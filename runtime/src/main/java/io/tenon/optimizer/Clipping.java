package io.tenon.optimizer;

/**
 * A limit on gradients.
 *
 * @param kind what is limited
 * @param limit the most it may be; positive
 */
public record Clipping(Kind kind, double limit) {
  /** No limit. */
  public static final Clipping NONE = new Clipping(Kind.NONE, Double.POSITIVE_INFINITY);

  /** What is limited. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /** Each element, to between -limit and limit: Keras's {@code clipvalue}. */
    VALUE,
    /** The norm of each weight's gradient, which is scaled down: Keras's {@code clipnorm}. */
    NORM,
    /** The norm of all gradients together: Keras's {@code global_clipnorm}. */
    GLOBAL_NORM
  }

  /** Refuses limits that are not positive. */
  public Clipping {
    Require.positive("the limit of clipping", limit);
  }

  boolean byNorm() {
    return kind == Kind.NORM || kind == Kind.GLOBAL_NORM;
  }

  /** By how much to scale a gradient of that norm. */
  float scale(double norm) {
    return (float) (limit / Math.max(norm, limit));
  }
}
