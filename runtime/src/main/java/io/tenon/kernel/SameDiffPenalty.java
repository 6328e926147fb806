package io.tenon.kernel;

import io.tenon.Regularizer;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A regularizer of one's own, over ND4J's variables, which differentiate it.
 *
 * <pre>{@code
 * final class Smooth implements SameDiffPenalty {
 *   public SDVariable penalty(SDVariable weights) { return weights.mul(weights).sum().mul(0.01); }
 * }
 *
 * @Dense(units = 64, kernelRegularizer = @Regularizer(function = Smooth.class))
 * Vector hidden(Vector pixels);
 * }</pre>
 */
@FunctionalInterface
public interface SameDiffPenalty extends Regularizer.Function {
  /**
   * What a weight adds to the loss.
   *
   * @param weights the weight, of its own shape
   * @return a single number
   */
  SDVariable penalty(SDVariable weights);
}
