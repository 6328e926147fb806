package io.tenon.kernel;

import io.tenon.layer.Lambda;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * What a {@link Lambda} layer does, over ND4J's variables.
 *
 * <pre>{@code
 * SameDiffFunction distance = inputs -> inputs[0].getSameDiff().math.abs(inputs[0].sub(inputs[1]));
 * }</pre>
 */
@FunctionalInterface
public interface SameDiffFunction extends Lambda.Function {
  /** A function given as a lambda expression. */
  static SameDiffFunction of(SameDiffFunction function) {
    return function;
  }

  /**
   * The result of the layer.
   *
   * @param inputs what it reads, each (batch, ...)
   */
  SDVariable apply(SDVariable... inputs);
}
