package io.tenon.benchmarks.tensorflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Optimizers over TensorFlow's own operations. Those of {@code tensorflow-framework} start updating
 * a variable while gradients are still being computed with it, and count Adam's steps before they
 * are made; here every update waits for all gradients.
 */
final class Updates {
  private static final float RATE = 1e-3f;
  private static final float RHO = 0.9f;
  private static final float BETA_1 = 0.9f;
  private static final float BETA_2 = 0.999f;

  private final Ops tf;
  private final List<Variable<TFloat32>> variables;
  private final List<Operand<TFloat32>> gradients = new ArrayList<>();
  private final Ops afterAll;
  private final List<Op> initializers = new ArrayList<>();

  @SuppressWarnings("unchecked") // the gradient of a float is one
  Updates(Ops tf, Graph graph, Operand<TFloat32> loss, Collection<Variable<TFloat32>> variables) {
    this.tf = tf;
    this.variables = List.copyOf(variables);
    Output<?>[] outputs =
        graph.addGradients(
            loss.asOutput(), variables.stream().map(Operand::asOutput).toArray(Output<?>[]::new));
    List<Op> all = new ArrayList<>();
    for (Output<?> output : outputs) {
      gradients.add((Operand<TFloat32>) output);
      all.add(tf.identity(output));
    }
    this.afterAll = tf.withControlDependencies(all);
  }

  /** What has to run before the first step. */
  List<Op> initializers() {
    return initializers;
  }

  Op rmsProp(float epsilon) {
    List<Op> updates = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      Variable<TFloat32> variable = variables.get(i);
      updates.add(
          afterAll.train.applyRmsProp(
              variable,
              zeros(variable.shape()),
              zeros(variable.shape()),
              tf.constant(RATE),
              tf.constant(RHO),
              tf.constant(0f),
              tf.constant(epsilon),
              gradients.get(i)));
    }
    return tf.withControlDependencies(updates).noOp();
  }

  Op adam(float epsilon) {
    Variable<TFloat32> power1 = variable(tf.constant(BETA_1), Shape.scalar());
    Variable<TFloat32> power2 = variable(tf.constant(BETA_2), Shape.scalar());
    List<Op> updates = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      Variable<TFloat32> variable = variables.get(i);
      updates.add(
          afterAll.train.applyAdam(
              variable,
              zeros(variable.shape()),
              zeros(variable.shape()),
              power1,
              power2,
              tf.constant(RATE),
              tf.constant(BETA_1),
              tf.constant(BETA_2),
              tf.constant(epsilon),
              gradients.get(i)));
    }
    Ops afterUpdates = tf.withControlDependencies(updates);
    return tf.withControlDependencies(
            afterUpdates.assign(power1, afterUpdates.math.mul(power1, tf.constant(BETA_1))),
            afterUpdates.assign(power2, afterUpdates.math.mul(power2, tf.constant(BETA_2))))
        .noOp();
  }

  private Variable<TFloat32> zeros(Shape shape) {
    return variable(tf.zeros(tf.constant(shape), TFloat32.class), shape);
  }

  private Variable<TFloat32> variable(Operand<TFloat32> first, Shape shape) {
    Variable<TFloat32> variable = tf.variable(shape, TFloat32.class);
    initializers.add(tf.assign(variable, first));
    return variable;
  }
}
