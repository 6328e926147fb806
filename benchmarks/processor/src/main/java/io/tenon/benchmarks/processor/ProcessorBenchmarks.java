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
    Path written = target.resolve("written-classes");
    WrittenClasses.write(Models.sources(Warm.MODELS), written);
    options.jvmArgsAppend("-D" + WrittenClasses.FOLDER + "=" + written);
    Collection<RunResult> results = new Runner(options.build()).run();
    System.out.println();
    chosen.forEach(type -> tell(type, results));
  }

  private static void tell(Class<?> benchmark, Collection<RunResult> results) {
    double without = score(benchmark, "withoutProcessor", results);
    double byHand = score(benchmark, "writtenByHand", results);
    double idle = score(benchmark, "idleProcessor", results);
    double copying = score(benchmark, "copyingProcessor", results);
    double with = score(benchmark, "withProcessor", results);
    double alone = score(benchmark, "processorAlone", results);
    System.out.println(benchmark.getSimpleName() + ", milliseconds a model");
    tell("javac, the model alone", without);
    tell("javac, the model and the class that is written for it", byHand);
    tell("javac with a processor that does nothing", idle);
    tell("javac with a processor that copies the class", copying);
    tell("javac with Tenon's processor", with);
    tell("  more than the same class written by hand", with - byHand);
    tell("  more than the same class copied: reading, checking, writing", with - copying);
    tell("Tenon's processor without compiling what it writes", alone);
  }

  private static void tell(String what, double milliseconds) {
    System.out.printf(Locale.ROOT, "%-62s %8.2f%n", what, milliseconds);
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
