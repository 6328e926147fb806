package io.tenon.benchmarks.tenon;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;
import static org.bytedeco.dnnl.global.dnnl.rnn_direction.unidirectional_left2right;

import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.lstm_backward;
import org.bytedeco.dnnl.lstm_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * An LSTM trained by oneDNN's own primitives: forward, and backward to weights, bias and input.
 * Weights lie as Keras has them and are arranged anew for each step, since an optimizer changes
 * them; their gradients are put back as Keras has them. Inputs and results lie by time.
 */
final class LstmPrimitives implements AutoCloseable {
  private static final long GATES = 4;

  private final PointerScope scope = new PointerScope();
  private final Random random = new Random(1);
  private final List<Operation> forward = new ArrayList<>();
  private final List<memory> sums = new ArrayList<>();
  private final List<Operation> backward = new ArrayList<>();

  LstmPrimitives(long batch, long time, long features, long units) {
    memory input = filled(OneDnn.rows(time, batch, features));
    memory kernel = filled(OneDnn.rows(1, 1, features, GATES, units));
    memory recurrent = filled(OneDnn.rows(1, 1, units, GATES, units));
    memory bias = filled(OneDnn.rows(1, 1, GATES, units));
    memory output = filled(OneDnn.rows(time, batch, units));
    memory.desc none = new memory.desc();
    memory.desc anyKernel = OneDnn.any(1, 1, features, GATES, units);
    memory.desc anyRecurrent = OneDnn.any(1, 1, units, GATES, units);

    lstm_forward.primitive_desc ahead =
        new lstm_forward.primitive_desc(
            OneDnn.engine(),
            prop_kind.forward_training,
            unidirectional_left2right,
            input.get_desc(),
            none,
            none,
            anyKernel,
            anyRecurrent,
            bias.get_desc(),
            output.get_desc(),
            none,
            none);
    memory workspace = new memory(ahead.workspace_desc(), OneDnn.engine());
    forward.add(
        new Operation(new lstm_forward(ahead))
            .with(DNNL_ARG_SRC_LAYER, input)
            .with(DNNL_ARG_WEIGHTS_LAYER, arranged(kernel, ahead.weights_layer_desc(), forward))
            .with(DNNL_ARG_WEIGHTS_ITER, arranged(recurrent, ahead.weights_iter_desc(), forward))
            .with(DNNL_ARG_BIAS, bias)
            .with(DNNL_ARG_DST_LAYER, output)
            .with(DNNL_ARG_WORKSPACE, workspace));

    lstm_backward.primitive_desc back =
        new lstm_backward.primitive_desc(
            OneDnn.engine(),
            prop_kind.backward,
            unidirectional_left2right,
            input.get_desc(),
            none,
            none,
            anyKernel,
            anyRecurrent,
            bias.get_desc(),
            output.get_desc(),
            none,
            none,
            input.get_desc(),
            none,
            none,
            anyKernel,
            anyRecurrent,
            bias.get_desc(),
            output.get_desc(),
            none,
            none,
            ahead);
    memory kernelSum = sum(back.diff_weights_layer_desc());
    memory recurrentSum = sum(back.diff_weights_iter_desc());
    backward.add(
        new Operation(new lstm_backward(back))
            .with(DNNL_ARG_SRC_LAYER, input)
            .with(DNNL_ARG_WEIGHTS_LAYER, arranged(kernel, back.weights_layer_desc(), backward))
            .with(DNNL_ARG_WEIGHTS_ITER, arranged(recurrent, back.weights_iter_desc(), backward))
            .with(DNNL_ARG_BIAS, bias)
            .with(DNNL_ARG_DST_LAYER, output)
            .with(DNNL_ARG_WORKSPACE, workspace)
            .with(DNNL_ARG_DIFF_DST_LAYER, filled(output.get_desc()))
            .with(DNNL_ARG_DIFF_SRC_LAYER, filled(input.get_desc()))
            .with(DNNL_ARG_DIFF_WEIGHTS_LAYER, kernelSum)
            .with(DNNL_ARG_DIFF_WEIGHTS_ITER, recurrentSum)
            .with(DNNL_ARG_DIFF_BIAS, sum(bias.get_desc())));
    arranged(kernelSum, kernel.get_desc(), backward);
    arranged(recurrentSum, recurrent.get_desc(), backward);
  }

  private memory filled(memory.desc layout) {
    memory values = new memory(layout, OneDnn.engine());
    float[] numbers = new float[(int) (layout.get_size() / Float.BYTES)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (0.1 * random.nextGaussian());
    }
    new FloatPointer(values.get_data_handle()).put(numbers, 0, numbers.length);
    return values;
  }

  /** Where gradients of weights are added up. */
  private memory sum(memory.desc layout) {
    memory values = new memory(layout, OneDnn.engine());
    sums.add(values);
    return values;
  }

  private static memory arranged(memory values, memory.desc layout, List<Operation> steps) {
    if (OneDnn.same(values.get_desc(), layout)) {
      return values;
    }
    memory arranged = new memory(layout, OneDnn.engine());
    steps.add(
        new Operation(new reorder(values, arranged))
            .with(DNNL_ARG_FROM, values)
            .with(DNNL_ARG_TO, arranged));
    return arranged;
  }

  void forward() {
    forward.forEach(Operation::run);
  }

  void backward() {
    sums.forEach(OneDnn::zero);
    backward.forEach(Operation::run);
  }

  @Override
  public void close() {
    scope.close();
  }
}
