package layers;

import io.tenon.layer.Inference;
import io.tenon.layer.LayerDefinition;
import io.tenon.layer.LayerSpec;
import io.tenon.shape.TensorType;
import java.util.List;

/** A layer of capitals, without parameters. */
@LayerDefinition(GRU.Spec.class)
public @interface GRU {
  record Spec() implements LayerSpec {
    @Override
    public Inference infer(List<TensorType> inputs) {
      return Inference.of(inputs.get(0));
    }
  }
}
