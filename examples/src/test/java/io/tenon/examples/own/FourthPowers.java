package io.tenon.examples.own;

import io.tenon.kernel.SameDiffPenalty;
import org.nd4j.autodiff.samediff.SDVariable;

/** A regularizer of one's own: the sum of the fourth powers. */
public final class FourthPowers implements SameDiffPenalty {
  @Override
  public SDVariable penalty(SDVariable weights) {
    SDVariable squares = weights.mul(weights);
    return squares.mul(squares).sum().mul(0.01);
  }
}
