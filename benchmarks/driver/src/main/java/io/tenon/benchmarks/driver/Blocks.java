package io.tenon.benchmarks.driver;

import java.util.ArrayList;
import java.util.List;

/** The blocks of one system on one line of the table. */
final class Blocks {
  private static final int ENOUGH = 3;

  private final List<Block> all = new ArrayList<>();

  void add(Block block) {
    all.add(block);
  }

  /** How many count. */
  int undisturbed() {
    return (int) all.stream().filter(block -> !block.isDisturbed()).count();
  }

  /** Whether too few were left alone, so that all of them had to be taken. */
  boolean isDoubtful() {
    return undisturbed() < Math.min(ENOUGH, all.size());
  }

  private double[] times() {
    return all.stream()
        .filter(block -> isDoubtful() || !block.isDisturbed())
        .mapToDouble(Block::secondsPerStep)
        .sorted()
        .toArray();
  }

  /** The median. */
  double secondsPerStep() {
    double[] times = times();
    int middle = times.length / 2;
    return times.length % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
  }

  /** The difference of the slowest and the fastest, as a share of the median. */
  double spread() {
    double[] times = times();
    return (times[times.length - 1] - times[0]) / secondsPerStep();
  }
}
