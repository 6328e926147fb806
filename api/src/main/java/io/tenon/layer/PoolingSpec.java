package io.tenon.layer;

import io.tenon.Padding;
import io.tenon.shape.RankType;
import io.tenon.shape.TensorType;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What the poolings over windows share: their rule. */
public interface PoolingSpec extends LayerSpec {
  /** What a pooling makes of a window. */
  enum Kind {
    /** The largest. */
    MAX,
    /** The mean. */
    AVERAGE
  }

  /** What it makes of a window. */
  Kind kind();

  /** What it reads and gives. */
  RankType rank();

  /** The size of the window along each spatial axis. */
  List<Integer> poolSize();

  /** The steps along each spatial axis. */
  List<Integer> strides();

  /** What happens at the border. */
  Padding padding();

  @Override
  default KerasKeys kerasKeys() {
    return KerasKeys.CHANNELS_LAST;
  }

  @Override
  default Inference infer(List<TensorType> inputs) {
    TensorType input = inputs.get(0);
    Require.rank(rank(), input, className());
    List<Integer> neighbours = Collections.nCopies(poolSize().size(), 1);
    Window window = new Window("poolSize", poolSize(), strides(), neighbours, padding());
    Window.Result result =
        window.apply(
            input.shape(), input.shape().last(), rank().typeName().toLowerCase(Locale.ROOT));
    return new Inference(input.withShape(result.shape()), result.arithmetic());
  }
}
