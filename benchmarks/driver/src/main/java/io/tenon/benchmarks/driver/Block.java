package io.tenon.benchmarks.driver;

/**
 * Steps measured in one go.
 *
 * @param steps how many
 * @param seconds how long they took
 * @param foreignLoad the share of the processors that others took meanwhile
 */
record Block(long steps, double seconds, double foreignLoad) {
  private static final double TOLERABLE = 0.04;

  /** What a worker answers. */
  static Block parse(String answer) {
    String[] words = answer.split(" ");
    return new Block(
        Long.parseLong(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
  }

  /** Whether others were busy, so that it says little. */
  boolean isDisturbed() {
    return foreignLoad > TOLERABLE;
  }

  double secondsPerStep() {
    return seconds / steps;
  }
}
