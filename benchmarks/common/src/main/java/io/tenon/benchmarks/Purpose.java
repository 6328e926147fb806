package io.tenon.benchmarks;

/** What a session is opened for. */
public enum Purpose {
  /** To measure: dropout and optimizers as the workload says. */
  SPEED(1, 1e-7),
  /**
   * To compare losses: without dropout, which is random, and with an epsilon so small that it makes
   * no difference whether an optimizer adds it before or after taking the root.
   */
  AGREEMENT(0, 1e-18);

  private final int dropoutScale;
  private final double epsilon;

  Purpose(int dropoutScale, double epsilon) {
    this.dropoutScale = dropoutScale;
    this.epsilon = epsilon;
  }

  /** A workload's rate of dropout, or 0. */
  public double dropout(double rate) {
    return rate * dropoutScale;
  }

  /** The optimizer's epsilon. */
  public double epsilon() {
    return epsilon;
  }
}
