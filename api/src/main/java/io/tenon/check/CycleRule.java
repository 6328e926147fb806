package io.tenon.check;

import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** No tensor depends on itself. */
final class CycleRule implements Rule {
  @Override
  public void check(ModelContext model, Consumer<Diagnostic> report) {
    Set<Integer> told = new HashSet<>(model.topologicalOrder());
    for (int i = 0; i < model.tensors().size(); i++) {
      if (!told.contains(i)) {
        List<Integer> cycle = cycleThrough(model, i);
        if (!cycle.isEmpty() && told.addAll(cycle)) {
          report.accept(diagnostic(model, cycle));
        }
      }
    }
  }

  /** The tensors on a way from a tensor back to itself: each reads the next. */
  private static List<Integer> cycleThrough(ModelContext model, int start) {
    List<Integer> path = new ArrayList<>(List.of(start));
    return walk(model, start, path, new HashSet<>()) ? path : List.of();
  }

  private static boolean walk(
      ModelContext model, int start, List<Integer> path, Set<Integer> visited) {
    for (int input : model.inputs(path.get(path.size() - 1))) {
      if (input == start) {
        return true;
      }
      if (visited.add(input)) {
        path.add(input);
        if (walk(model, start, path, visited)) {
          return true;
        }
        path.remove(path.size() - 1);
      }
    }
    return false;
  }

  private static Diagnostic diagnostic(ModelContext model, List<Integer> cycle) {
    int start = cycle.get(0);
    int next = cycle.get(1 % cycle.size());
    List<String> lines = new ArrayList<>();
    lines.add(
        cycle.stream().map(i -> model.tensor(i).name()).collect(Collectors.joining(" -> "))
            + " -> "
            + model.tensor(start).name());
    for (int i = 0; i < cycle.size(); i++) {
      lines.add(
          "  %s reads %s"
              .formatted(
                  model.tensor(cycle.get(i)).name(),
                  model.tensor(cycle.get((i + 1) % cycle.size())).name()));
    }
    return new Diagnostic(
        Problem.CYCLE,
        new Location.OfInput(start, inputIndex(model, start, next)),
        "%s depends on itself".formatted(model.qualifiedName(start)),
        lines,
        List.of("A model is a graph without cycles: let one of these read another tensor."));
  }

  private static int inputIndex(ModelContext model, int reader, int read) {
    String name = model.tensor(read).name();
    return model.tensor(reader).inputs().stream()
        .map(input -> input.tensor())
        .toList()
        .indexOf(name);
  }
}
