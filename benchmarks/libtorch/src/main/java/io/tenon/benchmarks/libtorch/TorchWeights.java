package io.tenon.benchmarks.libtorch;

import io.tenon.benchmarks.FirstWeights;
import io.tenon.benchmarks.Purpose;
import io.tenon.benchmarks.WeightShape;
import io.tenon.benchmarks.Workload;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.Tensor;

/** Keras's layouts into libtorch's. */
final class TorchWeights {
  private TorchWeights() {}

  /** Sets the weights that all systems start with. */
  static void set(TorchModel model, Workload workload, Purpose purpose) {
    FirstWeights first = FirstWeights.of(workload);
    NoGradGuard guard = new NoGradGuard();
    StringTensorDict parameters = model.named_parameters();
    for (WeightShape weight : workload.weights()) {
      Tensor values = Tensor.create(first.get(weight.path()), weight.shape());
      String name = weight.layer() + "." + name(weight, parameters);
      parameters.get(name).copy_(turned(weight, values));
      if (name.endsWith("bias_ih_l0")) {
        silence(parameters.get(name.replace("_ih_", "_hh_")), purpose);
      }
    }
    guard.deallocate();
  }

  private static String name(WeightShape weight, StringTensorDict parameters) {
    boolean recurrent = parameters.contains(weight.layer() + ".weight_ih_l0");
    return switch (weight.name()) {
      case "embeddings" -> "weight";
      case "kernel" -> recurrent ? "weight_ih_l0" : "weight";
      case "recurrent_kernel" -> "weight_hh_l0";
      case "bias" -> recurrent ? "bias_ih_l0" : "bias";
      default -> throw new IllegalArgumentException(weight.path());
    };
  }

  /** The second bias of an LSTM, which Keras has not: 0, and trained only where speed counts. */
  private static void silence(Tensor bias, Purpose purpose) {
    bias.zero_();
    bias.set_requires_grad(purpose == Purpose.SPEED);
  }

  private static Tensor turned(WeightShape weight, Tensor values) {
    if (weight.sizes().size() == 4) { // height, width, channels, filters
      return values.permute(3, 2, 0, 1);
    }
    if (weight.path().equals("hidden/kernel")) { // from pixels to channels first
      return values.reshape(12, 12, 64, 128).permute(2, 0, 1, 3).reshape(9216, 128).t();
    }
    return weight.name().endsWith("kernel") ? values.t() : values;
  }
}
