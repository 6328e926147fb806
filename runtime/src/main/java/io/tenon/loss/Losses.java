package io.tenon.loss;

import io.tenon.Loss;
import java.util.OptionalInt;
import java.util.function.BinaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;

/** The losses of {@code keras.losses} with what they can be told, and one's own. */
public final class Losses {
  private Losses() {}

  /**
   * A loss with Keras's defaults.
   *
   * @throws IllegalArgumentException for {@link Loss#NONE}
   */
  public static LossFunction of(Loss loss) {
    return switch (loss) {
      case NONE -> throw new IllegalArgumentException("NONE is no loss to evaluate");
      case MEAN_SQUARED_ERROR -> PlainLoss.MEAN_SQUARED_ERROR;
      case MEAN_ABSOLUTE_ERROR -> PlainLoss.MEAN_ABSOLUTE_ERROR;
      case MEAN_ABSOLUTE_PERCENTAGE_ERROR -> PlainLoss.MEAN_ABSOLUTE_PERCENTAGE_ERROR;
      case MEAN_SQUARED_LOGARITHMIC_ERROR -> PlainLoss.MEAN_SQUARED_LOGARITHMIC_ERROR;
      case HUBER -> huber(1);
      case LOG_COSH -> PlainLoss.LOG_COSH;
      case COSINE_SIMILARITY -> RowLoss.COSINE_SIMILARITY;
      case POISSON -> PlainLoss.POISSON;
      case KL_DIVERGENCE -> RowLoss.KL_DIVERGENCE;
      case BINARY_CROSSENTROPY -> binaryCrossentropy();
      case BINARY_FOCAL_CROSSENTROPY -> binaryFocalCrossentropy();
      case CATEGORICAL_CROSSENTROPY -> categoricalCrossentropy();
      case SPARSE_CATEGORICAL_CROSSENTROPY -> sparseCategoricalCrossentropy();
      case HINGE -> new HingeLoss(false);
      case SQUARED_HINGE -> new HingeLoss(true);
      case CATEGORICAL_HINGE -> RowLoss.CATEGORICAL_HINGE;
    };
  }

  /**
   * Squared for errors up to delta, and absolute above.
   *
   * @throws IllegalArgumentException unless delta is positive
   */
  public static Huber huber(double delta) {
    return new Huber(delta);
  }

  /** Binary cross-entropy of probabilities. */
  public static BinaryCrossentropy binaryCrossentropy() {
    return new BinaryCrossentropy(false, 0);
  }

  /** Binary cross-entropy that counts what is nearly right for less, with a gamma of 2. */
  public static BinaryFocalCrossentropy binaryFocalCrossentropy() {
    return new BinaryFocalCrossentropy(2, false, 0.25, false, 0);
  }

  /** Cross-entropy of probabilities, with one-hot rows or probabilities as labels. */
  public static CategoricalCrossentropy categoricalCrossentropy() {
    return new CategoricalCrossentropy(false, false, 0, OptionalInt.empty());
  }

  /** Cross-entropy of probabilities, with class numbers as labels. */
  public static CategoricalCrossentropy sparseCategoricalCrossentropy() {
    return new CategoricalCrossentropy(true, false, 0, OptionalInt.empty());
  }

  /** A loss whose value is the mean, or the sum, over the rows of a batch. */
  public static LossFunction withReduction(LossFunction loss, Reduction reduction) {
    return new ReducedLoss(loss, reduction);
  }

  /**
   * One's own loss, written with ND4J's operations, which give its gradient too. It allocates in
   * every step; a {@link LossFunction} with a gradient of its own need not.
   *
   * <pre>{@code
   * Losses.custom("distance", (labels, predictions) -> predictions.sub(labels).norm2(1))
   * }</pre>
   *
   * @param name what it is called in messages
   * @param formula from labels and predictions, both (rows, width), to the loss of each row, (rows)
   */
  public static LossFunction custom(String name, BinaryOperator<SDVariable> formula) {
    return new TracedLoss(name, formula);
  }
}
