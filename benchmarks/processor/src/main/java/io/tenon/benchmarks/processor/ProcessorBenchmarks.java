package io.tenon.benchmarks.processor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link Warm} and {@link Cold}, and says what the processor adds. */
public final class ProcessorBenchmarks {
  private ProcessorBenchmarks() {}

  /**
   * Runs both, or one.
   *
   * @param args {@code Warm}, {@code Cold} or nothing
   */
  public static void main(String[] args) throws IOException, RunnerException {
    // JMH starts JVMs with the class path of this one, which is Maven's.
    Path target = Path.of(System.getProperty("tenon.benchmarks", "benchmarks"), "processor/target");
    System.setProperty(
        "java.class.path",
        target.resolve("classes")
            + File.pathSeparator
            + Files.readString(target.resolve("class-path.txt")).strip());
    List<Class<?>> chosen =
        Stream.of(Warm.class, Cold.class)
            .filter(type -> args.length == 0 || List.of(args).contains(type.getSimpleName()))
            .toList();
    OptionsBuilder options = new OptionsBuilder();
    chosen.forEach(type -> options.include(type.getName()));
    Collection<RunResult> results = new Runner(options.build()).run();
    System.out.println();
    chosen.forEach(type -> tell(type, results));
  }

  private static void tell(Class<?> benchmark, Collection<RunResult> results) {
    double without = score(benchmark, "withoutProcessor", results);
    double with = score(benchmark, "withProcessor", results);
    double alone = score(benchmark, "processorAlone", results);
    System.out.printf(
        Locale.ROOT,
        "%s, by model: javac %.2f ms; with the processor %.2f ms, %.2f more; the processor alone %.2f ms%n",
        benchmark.getSimpleName(),
        without,
        with,
        with - without,
        alone);
  }

  /** The median, since a first start has files to read that the next ones find in memory. */
  private static double score(Class<?> benchmark, String method, Collection<RunResult> results) {
    String name = benchmark.getName() + "." + method;
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().equals(name))
        .mapToDouble(result -> result.getPrimaryResult().getStatistics().getPercentile(50))
        .findFirst()
        .orElseThrow();
  }
}
