package io.tenon.data;

import io.tenon.Loss;
import io.tenon.loss.LossFunction;
import io.tenon.shape.TensorType;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Labels that are rows like the output's, of the kind that the loss compares. */
final class LabelCheck {
  private LabelCheck() {}

  /** Checks shape, kind and range. */
  static INDArray check(
      ArrayCheck check,
      String model,
      String output,
      TensorType type,
      LossFunction loss,
      INDArray array) {
    refuseClassNumbers(model, output, type, loss, array);
    INDArray checked = check.check(output, type, widened(type, array));
    ValueCheck values = new ValueCheck(model + "." + output, checked);
    values.requireFinite();
    if (loss.readsProbabilities()) {
      values.requireBetween(0, 1, "the labels of " + loss.kerasName());
    }
    return checked;
  }

  /** One label a sample, (samples), is taken for (samples, 1), as Keras does. */
  private static INDArray widened(TensorType type, INDArray array) {
    long[] shape = array.shape();
    boolean single = type.shape().last().size().orElse(0) == 1;
    if (single && shape.length == type.shape().rank()) {
      long[] wide = Arrays.copyOf(shape, shape.length + 1);
      wide[shape.length] = 1;
      return array.reshape('c', wide);
    }
    return array;
  }

  private static void refuseClassNumbers(
      String model, String output, TensorType type, LossFunction loss, INDArray array) {
    long classes = type.shape().last().size().orElse(0);
    long[] shape = array.shape();
    int rank = type.shape().rank() + 1;
    boolean numbers =
        shape.length == rank - 1 || shape.length == rank && shape[rank - 1] == 1 && classes > 1;
    if (numbers && classes > 1 && loss.kerasName().equals("categorical_crossentropy")) {
      throw new DataException(
          ("%s.%s: %s labels are rows of %d, one for each class, found class numbers; use %s, or"
                  + " give Labels.toCategorical(numbers, %d)")
              .formatted(
                  model,
                  output,
                  Loss.CATEGORICAL_CROSSENTROPY,
                  classes,
                  Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
                  classes));
    }
  }
}
