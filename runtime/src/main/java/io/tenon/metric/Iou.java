package io.tenon.metric;

import io.tenon.shape.TensorType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Intersection over union of predicted and true classes, as {@code keras.metrics.IoU}, {@code
 * MeanIoU} and {@code BinaryIoU} are told. The predicted class is that of the largest prediction;
 * of a single unit, 1 above a threshold.
 *
 * @param name what it is reported under
 * @param classes the classes of which the mean is taken; empty for all
 * @param ignored rows of this class are left out; -1 for none
 * @param threshold what the prediction of a single unit must exceed
 */
public record Iou(String name, Set<Integer> classes, int ignored, double threshold)
    implements MetricSpec {

  /** Refuses a threshold out of range. */
  public Iou {
    classes = Set.copyOf(classes);
    Decision.above(threshold);
  }

  /** The same over some classes alone. */
  public Iou ofClasses(int... ids) {
    Set<Integer> chosen = Arrays.stream(ids).boxed().collect(Collectors.toUnmodifiableSet());
    return new Iou(name, chosen, ignored, threshold);
  }

  /** The same without the rows whose label is a class, such as one that means "not labelled". */
  public Iou withIgnoredClass(int id) {
    return new Iou(name, classes, id, threshold);
  }

  /**
   * The same with another threshold for a single unit.
   *
   * @throws IllegalArgumentException unless it is 0 to 1
   */
  public Iou withThreshold(double threshold) {
    return new Iou(name, classes, ignored, threshold);
  }

  @Override
  public MetricState start(TensorType output, boolean classNumbers) {
    return new NamedMetric(name, NamedMetric.Labels.ANY, this::state).start(output, classNumbers);
  }

  private MetricState state(int width) {
    int count = Math.max(2, width);
    classes.forEach(id -> NamedMetric.requireClass(name, id, count));
    return new IntersectionOverUnion(this, count);
  }
}
