package io.tenon.loss;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A loss written with ND4J's operations, which differentiates it. */
final class TracedLoss implements LossFunction {
  private static final String LABELS = "labels";
  private static final String PREDICTIONS = "predictions";

  private final String name;
  private final BinaryOperator<SDVariable> formula;

  /** One graph for each shape of a batch. */
  private final Map<String, Traced> traces = new HashMap<>();

  private record Traced(SameDiff graph, String losses) {}

  TracedLoss(String name, BinaryOperator<SDVariable> formula) {
    this.name = name;
    this.formula = formula;
  }

  @Override
  public String kerasName() {
    return name;
  }

  @Override
  public synchronized void evaluate(
      float[] predictions, float[] labels, double[] losses, float[] gradient, int rows, int width) {
    Traced traced = traces.computeIfAbsent(rows + " " + width, shape -> trace(rows, width));
    Map<String, INDArray> arrays = Map.of(LABELS, array(labels, rows, width));
    traced.graph.getVariable(PREDICTIONS).setArray(array(predictions, rows, width));
    INDArray values = requireNonNull(traced.graph.output(arrays, traced.losses).get(traced.losses));
    if (values.length() != rows) {
      throw new IllegalArgumentException(
          ("the loss \"%s\" must give one number for each of %d rows, found an array of shape %s;"
                  + " take the mean or sum over axis 1")
              .formatted(name, rows, Arrays.toString(values.shape())));
    }
    for (int row = 0; row < rows; row++) {
      losses[row] = values.getDouble(row);
    }
    INDArray slopes =
        requireNonNull(traced.graph.calculateGradients(arrays, PREDICTIONS).get(PREDICTIONS));
    slopes.dup('c').data().asNioFloat().get(0, gradient, 0, rows * width);
  }

  private Traced trace(int rows, int width) {
    SameDiff graph = SameDiff.create();
    SDVariable labels = graph.placeHolder(LABELS, DataType.FLOAT, rows, width);
    // A variable: there are no gradients of placeholders.
    SDVariable predictions = graph.var(PREDICTIONS, DataType.FLOAT, rows, width);
    SDVariable losses = formula.apply(labels, predictions);
    losses.sum().markAsLoss();
    return new Traced(graph, losses.name());
  }

  private static INDArray array(float[] values, int rows, int width) {
    return Nd4j.createFromArray(values).reshape('c', rows, width);
  }
}
