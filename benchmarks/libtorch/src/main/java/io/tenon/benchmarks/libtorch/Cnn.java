package io.tenon.benchmarks.libtorch;

import io.tenon.benchmarks.Purpose;
import java.util.List;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** W2, with channels first, as libtorch has them. */
final class Cnn extends TorchModel {
  private final Conv2dImpl edges =
      register_module("edges", new Conv2dImpl(1, 32, new LongPointer(3, 3)));
  private final Conv2dImpl shapes =
      register_module("shapes", new Conv2dImpl(32, 64, new LongPointer(3, 3)));
  private final LinearImpl hidden = register_module("hidden", new LinearImpl(64 * 12 * 12, 128));
  private final LinearImpl digit = register_module("digit", new LinearImpl(128, 10));
  private final double shapesRate;
  private final double hiddenRate;

  Cnn(Purpose purpose) {
    this.shapesRate = purpose.dropout(0.25);
    this.hiddenRate = purpose.dropout(0.5);
  }

  @Override
  List<Tensor> forward(List<Tensor> inputs) {
    Tensor x = torch.relu_(edges.forward(inputs.get(0)));
    x = torch.relu_(shapes.forward(x));
    x = torch.max_pool2d(x, 2, 2);
    x = torch.dropout(x, shapesRate, is_training());
    x = torch.relu_(hidden.forward(x.flatten(1, -1)));
    x = torch.dropout(x, hiddenRate, is_training());
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
