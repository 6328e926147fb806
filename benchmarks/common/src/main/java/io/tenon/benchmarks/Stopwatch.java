package io.tenon.benchmarks;

/** Counts steps for a while. The first ones, while caches and threads wake up, do not count. */
public final class Stopwatch {
  private static final double SETTLING_SHARE = 0.15;

  private final long settling;
  private final long measuring;
  private long begin;
  private long start;
  private long end;
  private long steps;
  private Runnable whenSettled = () -> {};

  /** A watch for that long, once settled. */
  public Stopwatch(double seconds) {
    this.measuring = (long) (seconds * 1e9);
    this.settling = (long) (measuring * SETTLING_SHARE);
  }

  /** What to do when counting begins. */
  Stopwatch whenSettled(Runnable action) {
    this.whenSettled = action;
    return this;
  }

  /** Says that a step is done, and asks whether to do one more. */
  public boolean step() {
    long now = System.nanoTime();
    if (start != 0) {
      steps++;
      end = now;
      return now - start < measuring;
    }
    if (begin == 0) {
      begin = now;
    }
    if (now - begin >= settling) {
      whenSettled.run();
      start = System.nanoTime();
    }
    return true;
  }

  /** The steps that were counted. */
  public long steps() {
    return steps;
  }

  /** How long they took. */
  public double seconds() {
    return (end - start) / 1e9;
  }
}
