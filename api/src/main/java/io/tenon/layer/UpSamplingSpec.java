package io.tenon.layer;

import io.tenon.shape.Axis;
import io.tenon.shape.RankType;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the upsamplings share: their rule. */
public interface UpSamplingSpec extends LayerSpec {
  /** What it reads and gives. */
  RankType rank();

  /** How many times as large each spatial axis becomes. */
  List<Integer> size();

  /** Whether elements are repeated; else new ones lie between them. */
  default boolean repeats() {
    return true;
  }

  @Override
  default Inference infer(List<TensorType> inputs) {
    TensorType input = inputs.get(0);
    Require.rank(rank(), input, className());
    List<Axis> axes = new ArrayList<>(input.shape().axes());
    Set<String> steps = new LinkedHashSet<>();
    for (int i = 0; i < axes.size() - 1; i++) {
      Axis larger = axes.get(i).times(size().get(i));
      steps.add("%s * %d = %s".formatted(axes.get(i), size().get(i), larger));
      axes.set(i, larger);
    }
    return new Inference(input.withShape(Shape.of(axes)), String.join(", ", steps));
  }
}
