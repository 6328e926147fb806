package layers;

import io.tenon.layer.Inference;
import io.tenon.layer.LayerDefinition;
import io.tenon.layer.LayerSpec;
import io.tenon.shape.TensorType;
import java.util.List;

/** A layer whose name Java keeps for itself, with a member of each type. */
@LayerDefinition(Switch.Spec.class)
public @interface Switch {
  int[] sizes();

  double value();

  String[] labels();

  Kind kind() default Kind.L2;

  Kind[] kinds() default {Kind.L1, Kind.L2};

  double[] scales() default {};

  Penalty penalty() default @Penalty(value = Kind.L1, rate = 0.5);

  boolean bias() default true;

  long steps() default 3;

  float factor() default 0.5f;

  String title() default "a \"title\"";

  record Spec(
      double share,
      List<Integer> sizes,
      List<String> labels,
      Kind kind,
      List<Kind> kinds,
      List<Double> scales,
      Penalty.Spec penalty,
      boolean bias,
      long steps,
      float factor,
      String title)
      implements LayerSpec {
    @Override
    public Inference infer(List<TensorType> inputs) {
      return Inference.of(inputs.get(0));
    }
  }
}
