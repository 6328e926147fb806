package example;

import io.tenon.layer.Inference;
import io.tenon.layer.LayerDefinition;
import io.tenon.layer.LayerSpec;
import io.tenon.shape.TensorType;
import java.util.List;

@LayerDefinition(Swish.Spec.class)
@interface Swish {
  double beta();

  record Spec(double beta) implements LayerSpec {
    @Override
    public Inference infer(List<TensorType> inputs) {
      return Inference.of(inputs.get(0));
    }
  }
}
