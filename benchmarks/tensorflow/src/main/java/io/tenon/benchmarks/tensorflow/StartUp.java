package io.tenon.benchmarks.tensorflow;

import io.tenon.benchmarks.FirstResult;
import io.tenon.benchmarks.Purpose;
import io.tenon.benchmarks.Workload;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** What a program with one small model does first. */
public final class StartUp {
  private StartUp() {}

  /** Does what the first argument says. */
  public static void main(String... arguments) {
    try (Graph graph = new Graph();
        Session session = new Session(graph)) {
      switch (arguments[0]) {
        case "predict" -> predict(graph, session);
        case "train" -> train(graph, session);
        default -> throw new IllegalArgumentException(arguments[0]);
      }
      FirstResult.tell();
    }
  }

  private static Tensor ones(int rows, int columns) {
    float[] values = new float[rows * columns];
    Arrays.fill(values, 1);
    return Batches.floats(values, rows, columns);
  }

  private static void predict(Graph graph, Session session) {
    Ops tf = Ops.create(graph);
    Layers layers = new Layers(tf, Workload.W5);
    Placeholder<TFloat32> input =
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 20)));
    List<Operand<TFloat32>> logits =
        new Models(tf, layers, rate -> rate).logits(Workload.W5, List.of(input));
    Operand<TFloat32> answer = tf.math.sigmoid(logits.get(0));
    initialize(tf, layers, session);
    session.runner().feed(input, ones(1, 20)).fetch(answer).run().close();
  }

  private static void train(Graph graph, Session session) {
    ModelGraph model = new ModelGraph(graph, Workload.W5, Purpose.SPEED);
    initialize(model.tf, model.layers, session);
    model.updates.initializers().forEach(session::run);
    session
        .runner()
        .feed(model.inputs.get(0), ones(32, 20))
        .feed(model.labels.get(0), ones(32, 1))
        .addTarget(model.step)
        .fetch(model.loss)
        .run()
        .close();
  }

  private static void initialize(Ops tf, Layers layers, Session session) {
    for (Variable<TFloat32> variable : layers.variables().values()) {
      session.run(
          tf.assign(
              variable, tf.random.truncatedNormal(tf.constant(variable.shape()), TFloat32.class)));
    }
  }
}
