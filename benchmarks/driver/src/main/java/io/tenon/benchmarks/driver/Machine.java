package io.tenon.benchmarks.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where it all ran.
 *
 * @param description processor, system and JVM
 * @param peak of a large product of float32 matrices on two threads, in floating-point operations a
 *     second
 */
record Machine(String description, double peak) {
  private static final String SECONDS = "3";

  static Machine measured(Path benchmarks) throws IOException {
    Map<String, String> environment = Map.of("OMP_NUM_THREADS", String.valueOf(Contestant.THREADS));
    try (WorkerProcess worker =
        WorkerProcess.start(
            benchmarks.resolve(Contestant.TENON.module()),
            "io.tenon.benchmarks.tenon.PeakWorker",
            environment,
            List.of(),
            List.of(SECONDS),
            benchmarks.resolve("target/logs/peak.log"))) {
      return new Machine(described(), Double.parseDouble(worker.answer()) * 1e9);
    }
  }

  private static String described() throws IOException {
    return "%s, %d processors, %s %s, %s %s"
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.vm.name"),
            System.getProperty("java.version"));
  }

  private static String processor() throws IOException {
    Path information = Path.of("/proc/cpuinfo");
    if (Files.isReadable(information)) {
      for (String line : Files.readAllLines(information)) {
        if (line.startsWith("model name")) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    }
    return System.getProperty("os.arch");
  }

  /** The peak, for people. */
  String peakText() {
    return String.format(Locale.ROOT, "%.0f GFLOP/s", peak / 1e9);
  }
}
