package io.tenon.benchmarks.libtorch;

import java.util.List;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** W4. */
final class News extends TorchModel {
  private static final double AUXILIARY_WEIGHT = 0.2;

  private final EmbeddingImpl embedded =
      register_module("embedded", new EmbeddingImpl(10_000, 512));
  private final LSTMImpl lstm = register_module("lstm", Reviews.lstm(512, 32));
  private final LinearImpl auxOutput = register_module("auxOutput", new LinearImpl(32, 1));
  private final LinearImpl x1 = register_module("x1", new LinearImpl(32 + 5, 64));
  private final LinearImpl x2 = register_module("x2", new LinearImpl(64, 64));
  private final LinearImpl x3 = register_module("x3", new LinearImpl(64, 64));
  private final LinearImpl mainOutput = register_module("mainOutput", new LinearImpl(64, 1));
  private final Scalar auxiliaryWeight = new Scalar(AUXILIARY_WEIGHT);

  @Override
  List<Tensor> forward(List<Tensor> inputs) {
    Tensor state = lstm.forward(embedded.forward(inputs.get(0))).get0().select(1, -1);
    Tensor x = torch.cat(new TensorVector(state, inputs.get(1)), 1);
    x = torch.relu_(x1.forward(x));
    x = torch.relu_(x2.forward(x));
    x = torch.relu_(x3.forward(x));
    return List.of(mainOutput.forward(x), auxOutput.forward(state));
  }

  @Override
  Tensor loss(List<Tensor> logits, List<Tensor> labels) {
    Tensor main = torch.binary_cross_entropy_with_logits(logits.get(0), labels.get(0));
    Tensor auxiliary = torch.binary_cross_entropy_with_logits(logits.get(1), labels.get(1));
    return main.add(auxiliary, auxiliaryWeight);
  }
}
