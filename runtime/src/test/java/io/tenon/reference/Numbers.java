package io.tenon.reference;

import java.util.Arrays;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array in double precision, row-major: what the references compute with. */
final class Numbers {
  final int[] sizes;
  final double[] values;

  Numbers(int... sizes) {
    this(sizes, new double[Arrays.stream(sizes).reduce(1, Math::multiplyExact)]);
  }

  private Numbers(int[] sizes, double[] values) {
    this.sizes = sizes.clone();
    this.values = values;
  }

  /** What an array of ND4J holds. */
  static Numbers of(INDArray array) {
    int[] sizes = Arrays.stream(array.shape()).mapToInt(Math::toIntExact).toArray();
    return new Numbers(sizes, array.dup('c').data().asDouble());
  }

  /** Draws from a normal distribution. */
  static Numbers random(Random random, double scale, int... sizes) {
    Numbers drawn = new Numbers(sizes);
    // As a kernel sees them: in single precision.
    Arrays.setAll(drawn.values, i -> (float) (scale * random.nextGaussian()));
    return drawn;
  }

  /** Puts these numbers into an array of ND4J. */
  void copyTo(INDArray array) {
    for (int i = 0; i < values.length; i++) {
      array.putScalar(i, values[i]);
    }
  }

  int rank() {
    return sizes.length;
  }

  int size(int axis) {
    return sizes[axis < 0 ? sizes.length + axis : axis];
  }

  double get(int... at) {
    return values[index(at)];
  }

  void set(double value, int... at) {
    values[index(at)] = value;
  }

  void add(double value, int... at) {
    values[index(at)] += value;
  }

  /** The same numbers under other axes; they are shared. */
  Numbers reshape(int... others) {
    return new Numbers(others, values);
  }

  Numbers copy() {
    return new Numbers(sizes, values.clone());
  }

  /** Where each number stands: the position along every axis of the i-th one. */
  int[] position(int index) {
    int[] at = new int[sizes.length];
    int rest = index;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      at[axis] = rest % sizes[axis];
      rest /= sizes[axis];
    }
    return at;
  }

  private int index(int... at) {
    if (at.length != sizes.length) {
      throw new IllegalArgumentException(at.length + " positions in " + Arrays.toString(sizes));
    }
    int index = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      if (at[axis] < 0 || at[axis] >= sizes[axis]) {
        throw new IndexOutOfBoundsException(Arrays.toString(at) + " in " + Arrays.toString(sizes));
      }
      index = index * sizes[axis] + at[axis];
    }
    return index;
  }

  @Override
  public String toString() {
    return Arrays.toString(sizes);
  }
}
