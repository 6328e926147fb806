package io.tenon.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of the machine other processes, and other machines on the same host, took while this one
 * worked: what makes a measurement worth repeating.
 */
final class ForeignLoad {
  private static final Path STATISTICS = Path.of("/proc/stat");
  private static final double TICK = 0.01;
  private static final int IDLE = 4;
  private static final int WAITING = 5;
  private static final int GUEST = 9;

  private final long wall = System.nanoTime();
  private final double own = own();
  private final double busy = busy();

  private static double own() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getProcessCpuTime()
        / 1e9;
  }

  /** Seconds that all processors were busy or taken away; 0 where nothing tells. */
  private static double busy() {
    if (!Files.isReadable(STATISTICS)) {
      return 0;
    }
    try {
      String[] fields = Files.readAllLines(STATISTICS).get(0).split("\\s+");
      double ticks = 0;
      for (int i = 1; i < Math.min(fields.length, GUEST); i++) {
        ticks += i == IDLE || i == WAITING ? 0 : Double.parseDouble(fields[i]);
      }
      return ticks * TICK;
    } catch (IOException e) {
      return 0;
    }
  }

  /** The share of all processors since this was made, 0 to 1; 0 where nothing tells. */
  double share() {
    double capacity = (System.nanoTime() - wall) / 1e9 * Runtime.getRuntime().availableProcessors();
    return Math.max(0, busy() - busy - (own() - own)) / capacity;
  }
}
