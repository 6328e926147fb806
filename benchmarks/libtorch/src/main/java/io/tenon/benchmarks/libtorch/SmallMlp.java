package io.tenon.benchmarks.libtorch;

import java.util.List;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** W5. */
final class SmallMlp extends TorchModel {
  private final LinearImpl hidden1 = register_module("hidden1", new LinearImpl(20, 64));
  private final LinearImpl hidden2 = register_module("hidden2", new LinearImpl(64, 64));
  private final LinearImpl answer = register_module("answer", new LinearImpl(64, 1));

  @Override
  List<Tensor> forward(List<Tensor> inputs) {
    Tensor x = torch.relu_(hidden1.forward(inputs.get(0)));
    x = torch.relu_(hidden2.forward(x));
    return List.of(answer.forward(x));
  }
}
