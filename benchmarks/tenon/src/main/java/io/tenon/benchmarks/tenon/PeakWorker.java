package io.tenon.benchmarks.tenon;

import io.tenon.benchmarks.Worker;

/** The process that measures what the machine can do at most. */
public final class PeakWorker {
  private PeakWorker() {}

  /**
   * Prints the peak in GFLOP/s.
   *
   * @param args for how many seconds to try
   */
  public static void main(String[] args) {
    try (MatrixProduct product = new MatrixProduct()) {
      System.out.println(Worker.MARK + product.peak(Double.parseDouble(args[0])));
    }
  }
}
