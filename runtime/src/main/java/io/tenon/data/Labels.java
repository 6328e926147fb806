package io.tenon.data;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Turns class numbers into one-hot rows, as {@code keras.utils.to_categorical}. */
public final class Labels {
  private Labels() {}

  /**
   * One-hot rows: a 1 in the column of the class, 0 elsewhere.
   *
   * @param numbers class numbers, 0 or more and less than the number of classes
   * @return (samples, classes) float32
   * @throws DataException if a number is out of range, naming the sample
   */
  public static INDArray toCategorical(int[] numbers, int classes) {
    Sizes.positive("classes", classes);
    float[][] rows = new float[numbers.length][classes];
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < 0 || numbers[i] >= classes) {
        throw new DataException(
            "sample %d has class %d, but the classes are 0 to %d"
                .formatted(i, numbers[i], classes - 1));
      }
      rows[i][numbers[i]] = 1;
    }
    return rows.length == 0 ? Nd4j.create(DataType.FLOAT, 0, classes) : Nd4j.createFromArray(rows);
  }

  /**
   * One-hot rows of an array's class numbers.
   *
   * @param numbers (samples) or (samples, 1)
   * @return (samples, classes) float32
   * @throws DataException if a number is out of range, naming the sample
   */
  public static INDArray toCategorical(INDArray numbers, int classes) {
    return toCategorical(numbers.reshape(numbers.length()).toIntVector(), classes);
  }
}
