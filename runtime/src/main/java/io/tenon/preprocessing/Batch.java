package io.tenon.preprocessing;

import io.tenon.data.Samples;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Some samples to train on: what a model reads and, where known, what it is to answer. */
public final class Batch {
  private final INDArray x;
  private final @Nullable INDArray y;

  private Batch(INDArray x, @Nullable INDArray y) {
    this.x = x;
    this.y = y;
  }

  /** Samples without answers: x is (samples, ...). */
  public static Batch of(INDArray x) {
    return new Batch(x, null);
  }

  /**
   * Samples with answers: x is (samples, ...), y is (samples, ...).
   *
   * @throws IllegalArgumentException if they differ in the number of samples
   */
  public static Batch of(INDArray x, INDArray y) {
    if (x.size(0) != y.size(0)) {
      throw new IllegalArgumentException(
          "x has %d samples, but y has %d; a batch needs as many of both"
              .formatted(x.size(0), y.size(0)));
    }
    return new Batch(x, y);
  }

  /** What the model reads: (samples, ...). */
  public INDArray x() {
    return x;
  }

  /**
   * What the model is to answer: (samples, ...).
   *
   * @throws IllegalStateException if that is not known; {@link #labels()} asks
   */
  public INDArray y() {
    return labels().orElseThrow(() -> new IllegalStateException("this batch has no labels"));
  }

  /** What the model is to answer, where known: (samples, ...). */
  public Optional<INDArray> labels() {
    return Optional.ofNullable(y);
  }

  /** The number of samples. */
  public int size() {
    return Math.toIntExact(x.size(0));
  }

  /**
   * The batch as a model with one input and one output takes it.
   *
   * @param input the name of the input
   * @param output the name of the output; unused where there are no labels
   */
  public Samples toSamples(String input, String output) {
    Samples.Builder samples = Samples.builder().input(input, x);
    labels().ifPresent(labels -> samples.label(output, labels));
    return samples.build();
  }

  @Override
  public String toString() {
    String labels = y == null ? "" : ", y " + Arrays.toString(y.shape());
    return "Batch[x " + Arrays.toString(x.shape()) + labels + "]";
  }
}
