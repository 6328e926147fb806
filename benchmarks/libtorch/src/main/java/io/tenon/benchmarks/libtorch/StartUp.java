package io.tenon.benchmarks.libtorch;

import io.tenon.benchmarks.FirstResult;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;

/** What a program with one small model does first. */
public final class StartUp {
  private StartUp() {}

  /** Does what the first argument says. */
  public static void main(String... arguments) {
    switch (arguments[0]) {
      case "predict" -> predict();
      case "train" -> train();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    FirstResult.tell();
  }

  private static Tensor ones(int rows, int columns) {
    float[] values = new float[rows * columns];
    Arrays.fill(values, 1);
    return Tensor.create(values, rows, columns);
  }

  private static void predict() {
    TorchModel model = new SmallMlp();
    model.eval();
    InferenceMode inference = new InferenceMode();
    model.answer(model.forward(List.of(ones(1, 20)))).item_float();
    inference.deallocate();
  }

  private static void train() {
    TorchModel model = new SmallMlp();
    Adam optimizer = new Adam(model.parameters(), new AdamOptions(1e-3));
    optimizer.zero_grad();
    Tensor loss = model.loss(model.forward(List.of(ones(32, 20))), List.of(ones(32, 1)));
    loss.backward();
    optimizer.step();
    loss.item_float();
  }
}
