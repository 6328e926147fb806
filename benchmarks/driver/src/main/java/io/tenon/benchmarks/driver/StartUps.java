package io.tenon.benchmarks.driver;

import io.tenon.benchmarks.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures the time from the start of a JVM to the first result of a small model, W5; see the
 * README for the command.
 */
public final class StartUps {
  private static final int RUNS = 11;

  private final Path benchmarks;
  private final Path file;
  private final Map<Case, List<Double>> times = new LinkedHashMap<>();

  /** What one system does first. */
  private record Case(Contestant system, String task) {}

  private StartUps(Path benchmarks) throws IOException {
    this.benchmarks = benchmarks;
    Files.createDirectories(benchmarks.resolve("target"));
    this.file = benchmarks.resolve("target/small.keras").toAbsolutePath();
  }

  /**
   * Runs.
   *
   * @param arguments how often each, if not 11 times
   */
  public static void main(String[] arguments) throws IOException {
    int runs = arguments.length == 0 ? RUNS : Integer.parseInt(arguments[0]);
    Path benchmarks = Path.of(System.getProperty("tenon.benchmarks", "benchmarks")).normalize();
    StartUps startUps = new StartUps(benchmarks);
    startUps.milliseconds(new Case(Contestant.TENON, "save"));
    for (int run = 0; run < runs; run++) {
      startUps.runAll();
    }
    System.out.print(startUps.table());
  }

  /** In turn, so that whatever the machine does besides meets all alike. */
  private void runAll() throws IOException {
    run(Contestant.TENON, "nothing");
    run(Contestant.TENON, "load");
    for (String task : List.of("predict", "train")) {
      for (Contestant system :
          List.of(Contestant.TENON, Contestant.LIBTORCH, Contestant.TENSORFLOW, Contestant.DL4J)) {
        run(system, task);
      }
    }
  }

  private void run(Contestant system, String task) throws IOException {
    Case each = new Case(system, task);
    times.computeIfAbsent(each, unused -> new ArrayList<>()).add(milliseconds(each));
  }

  private double milliseconds(Case each) throws IOException {
    long start = System.nanoTime();
    try (WorkerProcess worker =
        WorkerProcess.start(
            benchmarks.resolve(each.system().module()),
            "io.tenon.benchmarks.%s.StartUp".formatted(each.system().module()),
            each.system().environment(Workload.W5),
            each.system().options(),
            List.of(each.task(), file.toString()),
            benchmarks.resolve(
                "target/logs/start-%s-%s.log".formatted(each.system().id(), each.task())))) {
      worker.answer();
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private String table() {
    StringBuilder text = new StringBuilder();
    List<Contestant> systems = times.keySet().stream().map(Case::system).distinct().toList();
    text.append("| milliseconds | ")
        .append(systems.stream().map(Contestant::id).collect(Collectors.joining(" | ")))
        .append(" |\n|---|")
        .append("---|".repeat(systems.size()))
        .append('\n');
    for (String task : List.of("nothing", "predict", "load", "train")) {
      text.append("| ").append(words(task)).append(" |");
      for (Contestant system : systems) {
        List<Double> some = times.getOrDefault(new Case(system, task), List.of());
        text.append(some.isEmpty() ? " |" : " %.0f |".formatted(median(some)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String words(String task) {
    return switch (task) {
      case "nothing" -> "a JVM that does nothing";
      case "predict" -> "make the model and predict one sample";
      case "load" -> "load it from a `.keras` file and predict";
      default -> "make it and train one step of 32 samples";
    };
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
