package io.tenon.benchmarks.driver;

import io.tenon.benchmarks.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results as a text, a Markdown table and a CSV file. */
final class Report {
  private final Machine machine;
  private final List<Result> results;

  Report(Machine machine, List<Result> results) {
    this.machine = machine;
    this.results = results;
  }

  /** Lines for people while the run goes on. */
  static String text(Machine machine, List<Result> some) {
    StringBuilder text = new StringBuilder();
    for (Result result : some) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %s  %-10s %,11.0f samples/s %,11.1f us %s  %5.1f %% of peak, spread %.0f %%%s%n",
              result.line(),
              result.system().id(),
              result.samplesPerSecond(),
              result.latencyMicroseconds(),
              ratio(result, some, "Tenon x"),
              share(machine, result),
              100 * result.spread(),
              result.doubtful() ? ", DISTURBED by other processes" : ""));
    }
    return text.toString();
  }

  private static double share(Machine machine, Result result) {
    return 100 * result.operationsPerSecond() / machine.peak();
  }

  /** How many times as fast Tenon is. */
  private static String ratio(Result result, List<Result> all, String prefix) {
    return all.stream()
        .filter(other -> other.system() == Contestant.TENON && other.line().equals(result.line()))
        .findFirst()
        .map(tenon -> tenon.samplesPerSecond() / result.samplesPerSecond())
        .map(ratio -> prefix + String.format(Locale.ROOT, "%.2f", ratio))
        .orElse("");
  }

  /** One row a result, as {@code workload,system,version,samples_per_second,latency_us}. */
  String csv() {
    StringBuilder text =
        new StringBuilder("workload,system,version,samples_per_second,latency_us\n");
    for (Result result : results) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%s,%.1f,%.2f%n",
              result.line(),
              result.system().id(),
              result.version(),
              result.samplesPerSecond(),
              result.latencyMicroseconds()));
    }
    return text.toString().replace("\r\n", "\n");
  }

  /** A table for the README. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%s; matrix product %s; %d threads each; ",
            machine.description(), machine.peakText(), Contestant.THREADS));
    text.append(String.join(", ", versions())).append(".\n\n");
    List<Contestant> systems = results.stream().map(Result::system).distinct().sorted().toList();
    text.append("| |");
    systems.forEach(system -> text.append(' ').append(system.id()).append(" |"));
    text.append(" share of peak |\n|---|").append("---|".repeat(systems.size() + 1)).append('\n');
    for (String line : results.stream().map(Result::line).distinct().toList()) {
      text.append("| ").append(describe(line)).append(" |");
      systems.forEach(system -> text.append(' ').append(cell(line, system)).append(" |"));
      text.append(' ').append(tenonShare(line)).append(" |\n");
    }
    return text.toString();
  }

  private List<String> versions() {
    List<String> versions = new ArrayList<>();
    for (Result result : results) {
      String version = result.system().id() + " " + result.version();
      if (!versions.contains(version)) {
        versions.add(version);
      }
    }
    return versions;
  }

  private static String describe(String line) {
    for (Workload workload : Workload.values()) {
      if (workload.name().equals(line)) {
        return line + " " + workload.description() + ", batch " + workload.batchSize();
      }
      if (workload.prediction().equals(line)) {
        return line + " predict with " + workload + ", one sample and at 256";
      }
    }
    return line;
  }

  private String cell(String line, Contestant system) {
    return results.stream()
        .filter(result -> result.line().equals(line) && result.system() == system)
        .findFirst()
        .map(this::cell)
        .orElse("");
  }

  private String cell(Result result) {
    String speed = String.format(Locale.ROOT, "%,.0f", result.samplesPerSecond());
    String latency =
        result.line().startsWith("P")
            ? String.format(Locale.ROOT, "%,.0f us, ", result.latencyMicroseconds())
            : "";
    String ratio = result.system() == Contestant.TENON ? "" : ratio(result, results, " (x") + ")";
    return latency + speed + (ratio.equals(")") ? "" : ratio);
  }

  private String tenonShare(String line) {
    return results.stream()
        .filter(result -> result.line().equals(line) && result.system() == Contestant.TENON)
        .findFirst()
        .map(result -> String.format(Locale.ROOT, "%.0f %%", share(machine, result)))
        .orElse("");
  }

  /** Writes {@code results.csv} and {@code results.md}. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("results.csv"), csv());
    Files.writeString(folder.resolve("results.md"), markdown());
  }
}
