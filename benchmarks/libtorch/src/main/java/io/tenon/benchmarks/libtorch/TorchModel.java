package io.tenon.benchmarks.libtorch;

import java.util.List;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A module that gives logits, its loss, and what it answers. */
abstract class TorchModel extends Module {
  /** The logits of each output. */
  abstract List<Tensor> forward(List<Tensor> inputs);

  /** The mean over a batch. */
  Tensor loss(List<Tensor> logits, List<Tensor> labels) {
    return torch.binary_cross_entropy_with_logits(logits.get(0), labels.get(0));
  }

  /** What the first output's logits mean. */
  Tensor answer(List<Tensor> logits) {
    return torch.sigmoid(logits.get(0));
  }
}
