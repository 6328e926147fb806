package io.tenon.benchmarks.libtorch;

import io.tenon.benchmarks.Purpose;
import java.util.List;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** W1. */
final class Mlp extends TorchModel {
  private final LinearImpl hidden1 = register_module("hidden1", new LinearImpl(784, 512));
  private final LinearImpl hidden2 = register_module("hidden2", new LinearImpl(512, 512));
  private final LinearImpl digit = register_module("digit", new LinearImpl(512, 10));
  private final double rate;

  Mlp(Purpose purpose) {
    this.rate = purpose.dropout(0.2);
  }

  @Override
  List<Tensor> forward(List<Tensor> inputs) {
    Tensor x = torch.relu_(hidden1.forward(inputs.get(0)));
    x = torch.dropout(x, rate, is_training());
    x = torch.relu_(hidden2.forward(x));
    x = torch.dropout(x, rate, is_training());
    return List.of(digit.forward(x));
  }

  @Override
  Tensor loss(List<Tensor> logits, List<Tensor> labels) {
    return torch.cross_entropy(logits.get(0), labels.get(0));
  }

  @Override
  Tensor answer(List<Tensor> logits) {
    return torch.softmax(logits.get(0), 1);
  }
}
