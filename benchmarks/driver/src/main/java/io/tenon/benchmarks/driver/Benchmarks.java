package io.tenon.benchmarks.driver;

import io.tenon.benchmarks.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Measures Tenon beside its peers; see the README for the command. */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * Runs.
   *
   * @throws IllegalStateException at the end, if systems disagree or fail
   */
  public static void main(String[] arguments) throws IOException {
    Options options = Options.parse(arguments);
    Path benchmarks = Path.of(System.getProperty("tenon.benchmarks", "benchmarks")).normalize();
    Machine machine = Machine.measured(benchmarks);
    System.out.printf(
        "%s%na large matrix product reaches %s; %d threads each%n",
        machine.description(), machine.peakText(), Contestant.THREADS);
    List<Result> results = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (Workload workload : Workload.values()) {
      if (options.trains(workload) || options.predicts(workload)) {
        run(workload, options, benchmarks, machine, results, failures);
      }
    }
    results.sort(
        Comparator.comparing((Result result) -> result.line().startsWith("P"))
            .thenComparing(Result::line)
            .thenComparing(Result::system));
    if (!results.isEmpty()) {
      Report report = new Report(machine, results);
      report.write(benchmarks.resolve("target"));
      System.out.println();
      System.out.println(report.markdown());
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException(String.join("\n", failures));
    }
  }

  private static void run(
      Workload workload,
      Options options,
      Path benchmarks,
      Machine machine,
      List<Result> results,
      List<String> failures)
      throws IOException {
    System.out.printf("%n%s %s%n", workload, workload.description());
    try (Race race = new Race(benchmarks, workload)) {
      race.start(options.systems());
      race.compare();
      Effort effort = options.effort();
      if (effort != null) {
        race.prepare();
        if (options.trains(workload)) {
          add(race.train(effort), machine, results);
        }
        if (options.predicts(workload)) {
          add(race.predict(effort), machine, results);
        }
      }
      failures.addAll(race.failures());
    }
  }

  private static void add(List<Result> some, Machine machine, List<Result> results) {
    System.out.print(Report.text(machine, some));
    results.addAll(some);
  }
}
