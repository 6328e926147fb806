package io.tenon.plan;

import io.tenon.Regularizer;
import io.tenon.kernel.SameDiffPenalty;
import io.tenon.layer.WeightSpec;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/** What a weight adds to the loss, such as Keras's {@code kernel_regularizer}. */
final class WeightPenalty implements Penalty {
  private final Regularizer.Spec regularizer;
  private final long[] shape;
  private final FloatBuffer weight;
  private final FloatBuffer gradient;
  private final float[] values;
  private final float[] sums;
  private final @Nullable OwnPenalty own;

  WeightPenalty(WeightSpec spec, String layer, Parameters parameters, Gradients gradients) {
    this.regularizer = spec.regularizer();
    this.shape = spec.shape().sizes();
    int size = (int) spec.size();
    this.weight =
        new FloatPointer(parameters.pointer(layer, spec.name())).capacity(size).asBuffer();
    this.gradient =
        new FloatPointer(gradients.pointer(layer, spec.name())).capacity(size).asBuffer();
    this.values = new float[size];
    this.sums = new float[size];
    this.own = own(layer + "/" + spec.name());
    if (isOrthogonal() && shape.length != 2) {
      throw new IllegalArgumentException(
          "%s/%s: the orthogonal regularizer is for matrices, found %s"
              .formatted(layer, spec.name(), spec.shape()));
    }
  }

  private @Nullable OwnPenalty own(String weight) {
    Regularizer.Function function = regularizer.function();
    if (function == null) {
      return null;
    }
    if (function instanceof SameDiffPenalty penalty) {
      return new OwnPenalty(penalty, shape);
    }
    throw new IllegalArgumentException(
        "%s: a regularizer of one's own implements SameDiffPenalty, but %s does not"
            .formatted(weight, function.getClass().getSimpleName()));
  }

  private boolean isOrthogonal() {
    return regularizer.kind() == Regularizer.Kind.ORTHOGONAL;
  }

  @Override
  public double evaluate() {
    weight.get(0, values);
    if (own != null) {
      return own.evaluate(values);
    }
    return isOrthogonal() ? orthogonal() : Penalties.of(regularizer, values);
  }

  @Override
  public void addWeightGradient() {
    weight.get(0, values);
    if (own != null) {
      own.gradient(values);
    } else if (isOrthogonal()) {
      orthogonal();
    } else {
      Penalties.gradient(regularizer, values);
    }
    gradient.get(0, sums);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[i];
    }
    gradient.put(0, sums);
  }

  /** Evaluates it, and leaves its gradient in the place of the values. */
  private double orthogonal() {
    int rows = (int) shape[0];
    int columns = (int) shape[1];
    if (regularizer.mode() == Regularizer.Mode.ROWS) {
      return Penalties.orthogonal(regularizer.factor(), values.clone(), rows, columns, values);
    }
    float[] turned = turned(values, rows, columns);
    float[] result = new float[turned.length];
    double penalty = Penalties.orthogonal(regularizer.factor(), turned, columns, rows, result);
    System.arraycopy(turned(result, columns, rows), 0, values, 0, values.length);
    return penalty;
  }

  private static float[] turned(float[] matrix, int rows, int columns) {
    float[] turned = new float[matrix.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = matrix[row * columns + column];
      }
    }
    return turned;
  }
}
