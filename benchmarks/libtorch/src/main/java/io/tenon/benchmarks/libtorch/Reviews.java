package io.tenon.benchmarks.libtorch;

import java.util.List;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Tensor;

/** W3. */
final class Reviews extends TorchModel {
  private final EmbeddingImpl embedded =
      register_module("embedded", new EmbeddingImpl(20_000, 128));
  private final LSTMImpl meaning = register_module("meaning", lstm(128, 128));
  private final LinearImpl opinion = register_module("opinion", new LinearImpl(128, 1));

  static LSTMImpl lstm(long features, long units) {
    LSTMOptions options = new LSTMOptions(features, units);
    options.batch_first().put(true);
    return new LSTMImpl(options);
  }

  @Override
  List<Tensor> forward(List<Tensor> inputs) {
    Tensor states = meaning.forward(embedded.forward(inputs.get(0))).get0();
    return List.of(opinion.forward(states.select(1, -1)));
  }
}
