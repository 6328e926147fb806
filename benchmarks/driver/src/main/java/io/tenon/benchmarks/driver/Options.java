package io.tenon.benchmarks.driver;

import io.tenon.benchmarks.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param effort how long to measure, or null to compare losses alone
 * @param lines of the table, {@code W1} to {@code P3}
 * @param systems in the table's order
 */
record Options(@Nullable Effort effort, Set<String> lines, Set<Contestant> systems) {
  static final String USAGE =
      "usage: [--quick | --check] [W1 ... W5] [P1 ... P3] [tenon] [libtorch] [tensorflow] [dl4j] [onnxruntime];"
          + " without lines all of them, without systems all of them";

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException for what is none, with the usage
   */
  static Options parse(String... arguments) {
    @Nullable Effort effort = Effort.FULL;
    Set<String> lines = new LinkedHashSet<>();
    EnumSet<Contestant> systems = EnumSet.noneOf(Contestant.class);
    for (String argument : arguments) {
      if (argument.equals("--quick")) {
        effort = Effort.QUICK;
      } else if (argument.equals("--check")) {
        effort = null;
      } else if (allLines().contains(argument)) {
        lines.add(argument);
      } else {
        systems.add(Contestant.named(argument));
      }
    }
    return new Options(
        effort,
        lines.isEmpty() ? new LinkedHashSet<>(allLines()) : lines,
        systems.isEmpty() ? EnumSet.allOf(Contestant.class) : systems);
  }

  private static List<String> allLines() {
    List<String> lines = new ArrayList<>();
    Stream<Workload> workloads = Arrays.stream(Workload.values());
    workloads.forEach(workload -> lines.add(workload.name()));
    Arrays.stream(Workload.values())
        .map(Workload::prediction)
        .filter(line -> !line.isEmpty())
        .forEach(lines::add);
    return lines;
  }

  boolean trains(Workload workload) {
    return lines.contains(workload.name());
  }

  boolean predicts(Workload workload) {
    return lines.contains(workload.prediction());
  }
}
