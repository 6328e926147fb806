package io.tenon.plan;

import io.tenon.kernel.SameDiffPenalty;
import java.util.Map;
import java.util.Objects;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A regularizer of the user's own: a graph of ND4J's, which runs and differentiates it. */
final class OwnPenalty {
  private static final String WEIGHTS = "weights";

  private final SameDiff graph = SameDiff.create();
  private final INDArray array;
  private final String result;

  OwnPenalty(SameDiffPenalty penalty, long[] shape) {
    this.array = Nd4j.create(DataType.FLOAT, shape);
    // A variable, not a placeholder: ND4J differentiates with respect to these alone.
    SDVariable value = penalty.penalty(graph.var(WEIGHTS, array));
    value.markAsLoss();
    this.result = value.name();
  }

  double evaluate(float[] values) {
    set(values);
    INDArray found = Objects.requireNonNull(graph.output(Map.of(), result).get(result));
    if (found.length() != 1) {
      throw new IllegalArgumentException(
          "a penalty is a single number, found " + found.shapeInfoToString());
    }
    return found.getDouble(0);
  }

  /** Turns values into the gradient of the penalty. */
  void gradient(float[] values) {
    set(values);
    INDArray found =
        Objects.requireNonNull(graph.calculateGradients(Map.of(), WEIGHTS).get(WEIGHTS));
    System.arraycopy(found.dup('c').data().asFloat(), 0, values, 0, values.length);
  }

  private void set(float[] values) {
    array.assign(Nd4j.createFromArray(values).reshape(array.shape()));
  }
}
