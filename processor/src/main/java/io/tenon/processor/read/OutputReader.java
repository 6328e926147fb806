package io.tenon.processor.read;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.graph.OutputSpec;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Location.Annotated;
import io.tenon.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;

/** Reads {@code @Output}. */
final class OutputReader {
  private final String model;
  private final Consumer<Diagnostic> problems;

  OutputReader(String model, Consumer<Diagnostic> problems) {
    this.model = model;
    this.problems = problems;
  }

  OutputSpec read(AnnotationMirror output, String tensor, int index) {
    try {
      Loss loss = Loss.valueOf(constant(Mirrors.value(output, "loss")));
      if (!(Mirrors.value(output, "lossWeight").getValue() instanceof Double weight)
          || !(Mirrors.value(output, "metrics").getValue() instanceof List<?> names)) {
        throw new UnreadableException();
      }
      List<Metric> metrics = new ArrayList<>();
      for (Object name : names) {
        metrics.add(Metric.valueOf(constant((AnnotationValue) name)));
      }
      checkWeight(weight, tensor, index);
      checkMetrics(metrics, tensor, index);
      return new OutputSpec(tensor, loss, weight, metrics);
    } catch (UnreadableException e) {
      return OutputSpec.of(tensor);
    }
  }

  private void checkWeight(double weight, String tensor, int index) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      invalid(
          index,
          "lossWeight",
          "%s.%s: lossWeight must be 0 or more, found %s".formatted(model, tensor, weight),
          "It is a share in the sum of all losses, such as lossWeight = 0.2.");
    }
  }

  private void checkMetrics(List<Metric> metrics, String tensor, int index) {
    Set<Metric> seen = new HashSet<>();
    for (Metric metric : metrics) {
      if (!seen.add(metric)) {
        invalid(
            index,
            "metrics",
            "%s.%s: metrics holds %s twice".formatted(model, tensor, metric),
            "Leave one of them out.");
        return;
      }
    }
  }

  private void invalid(int index, String member, String message, String remedy) {
    problems.accept(
        new Diagnostic(
            Problem.INVALID_VALUE,
            new Location.OfValue(index, Annotated.OUTPUT, member),
            message,
            List.of(),
            List.of(remedy)));
  }

  private static String constant(AnnotationValue value) {
    if (value.getValue() instanceof VariableElement constant) {
      return constant.getSimpleName().toString();
    }
    throw new UnreadableException();
  }
}
