package io.tenon.plan;

/** What a plan is doing: layers such as dropout act only while it trains. */
public final class Mode {
  private boolean training;
  private long step;

  Mode() {}

  /** Whether this run trains. */
  public boolean training() {
    return training;
  }

  /** How many steps there have been before: with the seed, it makes a run's random draws. */
  public long step() {
    return step;
  }

  void set(boolean training) {
    this.training = training;
  }

  void at(long number) {
    this.step = number;
  }

  void next() {
    step++;
  }
}
