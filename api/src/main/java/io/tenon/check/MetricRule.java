package io.tenon.check;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.Metric.Labels;
import io.tenon.graph.OutputSpec;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import java.util.List;
import java.util.function.Consumer;

/** A metric reads the labels that the loss reads, and tells something of such an output. */
final class MetricRule implements Rule {
  /** How many of the largest predictions the top-k metrics look at, as in Keras. */
  private static final int TOP_K = 5;

  @Override
  public void check(ModelContext model, Consumer<Diagnostic> report) {
    for (OutputSpec output : model.declaration().outputs()) {
      int index = model.indexOf(output.tensor()).orElse(-1);
      if (index >= 0 && model.inference(index).isPresent()) {
        for (Metric metric : output.metrics()) {
          check(model, index, output.loss(), metric, report);
        }
      }
    }
  }

  private static void check(
      ModelContext model, int index, Loss loss, Metric metric, Consumer<Diagnostic> report) {
    boolean classNumbers = loss == Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
    if (loss != Loss.NONE && classNumbers && metric.labels() == Labels.ROWS) {
      report.accept(
          mismatch(
              model,
              index,
              "%s compares numbers, but the labels of %s are class numbers".formatted(metric, loss),
              "Use metrics = %s, or one-hot labels and loss = CATEGORICAL_CROSSENTROPY."
                  .formatted(of(metric, Metric.SPARSE_TOP_K_CATEGORICAL_ACCURACY))));
    } else if (loss != Loss.NONE && !classNumbers && metric.labels() == Labels.CLASS_NUMBERS) {
      report.accept(
          mismatch(
              model,
              index,
              "%s reads class numbers, but the labels of %s have the output's shape"
                  .formatted(metric, loss),
              "Use metrics = %s.".formatted(of(metric, Metric.TOP_K_CATEGORICAL_ACCURACY))));
    } else if (isTopK(metric)) {
      Axis classes = model.inference(index).orElseThrow().output().shape().last();
      if (classes.size().isPresent() && classes.size().getAsLong() <= TOP_K) {
        report.accept(
            mismatch(
                model,
                index,
                "%s is always 1.0: the right one of %s classes is among the largest %d"
                    .formatted(metric, classes, TOP_K),
                "Use metrics = ACCURACY."));
      }
    }
  }

  /** The metric of the same kind for other labels. */
  private static Metric of(Metric metric, Metric topK) {
    return isTopK(metric) ? topK : Metric.ACCURACY;
  }

  private static boolean isTopK(Metric metric) {
    return metric == Metric.TOP_K_CATEGORICAL_ACCURACY
        || metric == Metric.SPARSE_TOP_K_CATEGORICAL_ACCURACY;
  }

  private static Diagnostic mismatch(ModelContext model, int index, String message, String remedy) {
    return new Diagnostic(
        Problem.METRIC_MISMATCH,
        new Location.OfValue(index, Location.Annotated.OUTPUT, "metrics"),
        "%s: %s".formatted(model.qualifiedName(index), message),
        List.of(),
        List.of(remedy));
  }
}
