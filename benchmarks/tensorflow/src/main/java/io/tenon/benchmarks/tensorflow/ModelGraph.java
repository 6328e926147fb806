package io.tenon.benchmarks.tensorflow;

import io.tenon.benchmarks.InputShape;
import io.tenon.benchmarks.LabelShape;
import io.tenon.benchmarks.Purpose;
import io.tenon.benchmarks.Workload;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** A workload's graph: once with dropout to train, once without to predict. */
final class ModelGraph {
  private static final float AUXILIARY_WEIGHT = 0.2f;

  final Ops tf;
  final Layers layers;
  final List<Operand<?>> inputs = new ArrayList<>();
  final List<Operand<?>> labels = new ArrayList<>();
  final Operand<TFloat32> answer;
  final Operand<TFloat32> loss;
  final Updates updates;
  final Op step;

  ModelGraph(Graph graph, Workload workload, Purpose purpose) {
    this.tf = Ops.create(graph);
    this.layers = new Layers(tf, workload);
    workload.inputs().forEach(input -> inputs.add(placeholder(input)));
    workload.labels().forEach(label -> labels.add(placeholder(label)));
    this.loss = loss(workload, new Models(tf, layers, purpose::dropout).logits(workload, inputs));
    this.updates = new Updates(tf, graph, loss, layers.variables().values());
    this.step = step(workload, (float) purpose.epsilon());
    this.answer =
        answer(workload, new Models(tf, layers, rate -> 0).logits(workload, inputs).get(0));
  }

  private Op step(Workload workload, float epsilon) {
    return switch (workload) {
      case W1, W4 -> updates.rmsProp(epsilon);
      case W2, W3, W5 -> updates.adam(epsilon);
    };
  }

  private Operand<?> placeholder(InputShape input) {
    Placeholder.Options shape = Placeholder.shape(Shape.of(input.batch(-1)));
    return input.isTokens()
        ? tf.placeholder(TInt32.class, shape)
        : tf.placeholder(TFloat32.class, shape);
  }

  private Operand<?> placeholder(LabelShape label) {
    return label.classes() > 0
        ? tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, label.classes())))
        : tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1)));
  }

  private Operand<TFloat32> answer(Workload workload, Operand<TFloat32> logits) {
    return workload.labels().get(0).classes() > 0 ? tf.nn.softmax(logits) : tf.math.sigmoid(logits);
  }

  @SuppressWarnings("unchecked") // the placeholders are made so
  private Operand<TFloat32> loss(Workload workload, List<Operand<TFloat32>> logits) {
    if (workload.labels().get(0).classes() > 0) {
      return mean(
          tf.nn
              .softmaxCrossEntropyWithLogits(logits.get(0), (Operand<TFloat32>) labels.get(0))
              .loss(),
          0);
    }
    Operand<TFloat32> main = binaryCrossentropy(logits.get(0), (Operand<TFloat32>) labels.get(0));
    if (logits.size() == 1) {
      return main;
    }
    Operand<TFloat32> auxiliary =
        binaryCrossentropy(logits.get(1), (Operand<TFloat32>) labels.get(1));
    return tf.math.add(main, tf.math.mul(auxiliary, tf.constant(AUXILIARY_WEIGHT)));
  }

  /** {@code log(1 + exp(x)) - x z}. */
  private Operand<TFloat32> binaryCrossentropy(Operand<TFloat32> logits, Operand<TFloat32> label) {
    return mean(tf.math.sub(tf.math.softplus(logits), tf.math.mul(logits, label)), 0, 1);
  }

  private Operand<TFloat32> mean(Operand<TFloat32> values, int... axes) {
    return tf.math.mean(values, tf.constant(axes));
  }
}
