package io.tenon.data;

import io.tenon.Loss;
import io.tenon.loss.LossFunction;
import io.tenon.shape.TensorType;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.OptionalInt;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Labels that are class numbers: one where the output has a row of probabilities. */
final class ClassNumbers {
  private ClassNumbers() {}

  /** Checks shape and range; (samples, ..., 1) is taken for (samples, ...). */
  static INDArray check(
      ArrayCheck check,
      String model,
      String output,
      TensorType type,
      LossFunction loss,
      INDArray array) {
    TensorType labels = CheckedSamples.classNumbers(type);
    long classes = type.shape().last().size().orElseThrow();
    long[] shape = array.shape();
    int rank = labels.shape().rank() + 1;
    if (shape.length == rank + 1 && shape[rank] == classes && classes > 1) {
      throw new DataException(
          ("%s.%s: %s labels are class numbers, found rows of %d; give the number of the class, or"
                  + " use CATEGORICAL_CROSSENTROPY")
              .formatted(model, output, Loss.SPARSE_CATEGORICAL_CROSSENTROPY, classes));
    }
    INDArray squeezed =
        shape.length == rank + 1 && shape[rank] == 1
            ? array.reshape('c', Arrays.copyOf(shape, rank))
            : array;
    new ValueCheck(model + "." + output, squeezed).requireWhole("class numbers");
    INDArray checked = check.check(output, labels, squeezed);
    IntBuffer values = NativeBuffers.ints(checked);
    int outside = firstOutside(values, classes, loss.ignoredClass());
    if (outside >= 0) {
      throw new DataException(
          "%s.%s: sample %d has class %d, but the classes are 0 to %d"
              .formatted(
                  model,
                  output,
                  outside / Math.max(1, checked.length() / checked.size(0)),
                  values.get(outside),
                  classes - 1));
    }
    return checked;
  }

  private static int firstOutside(IntBuffer values, long classes, OptionalInt ignored) {
    for (int i = 0; i < values.capacity(); i++) {
      int value = values.get(i);
      boolean inside = value >= 0 && value < classes;
      if (!inside && !(ignored.isPresent() && value == ignored.getAsInt())) {
        return i;
      }
    }
    return -1;
  }
}
