package io.tenon.optimizer;

import java.util.List;
import java.util.Set;

/**
 * An optimizer of Keras's, with what all of these can be told. Each {@code with} method gives
 * another optimizer and leaves this one as it is.
 *
 * <pre>{@code
 * adam(1e-3).withWeightDecay(0.004, "bias").withGlobalClipNorm(1.0).withMovingAverage(0.99)
 * }</pre>
 *
 * @param <T> the optimizer itself
 */
public interface StandardOptimizer<T extends StandardOptimizer<T>> extends Optimizer {
  /** What all optimizers can be told. */
  UpdateOptions options();

  /** The same with other options. */
  T withOptions(UpdateOptions options);

  /**
   * The same with another learning rate.
   *
   * @throws IllegalArgumentException unless it is positive
   */
  default T withLearningRate(double rate) {
    return withLearningRate(new ConstantRate(rate));
  }

  /** The same with a learning rate that changes with the steps. */
  default T withLearningRate(LearningRateSchedule schedule) {
    return withOptions(options().withLearningRate(schedule));
  }

  /**
   * The same with every element of the gradients kept between -limit and limit; in place of any
   * other clipping, as Keras allows one.
   */
  default T withClipValue(double limit) {
    return withOptions(options().withClipping(new Clipping(Clipping.Kind.VALUE, limit)));
  }

  /** The same with the norm of each weight's gradient kept at a limit; in place of any other. */
  default T withClipNorm(double limit) {
    return withOptions(options().withClipping(new Clipping(Clipping.Kind.NORM, limit)));
  }

  /** The same with the norm of all gradients together kept at a limit; in place of any other. */
  default T withGlobalClipNorm(double limit) {
    return withOptions(options().withClipping(new Clipping(Clipping.Kind.GLOBAL_NORM, limit)));
  }

  /**
   * The same with weights that shrink by a share, times the learning rate, before each step.
   *
   * @param decay the share; 0 for none
   * @param except names of weights that do not shrink, such as {@code bias} or {@code gamma}
   */
  default T withWeightDecay(double decay, String... except) {
    return withOptions(options().withWeightDecay(decay, Set.copyOf(List.of(except))));
  }

  /** The same with a moving average of the weights, which they become when a training ends. */
  default T withMovingAverage(double momentum) {
    return withMovingAverage(momentum, 0);
  }

  /**
   * The same with a moving average of the weights.
   *
   * @param momentum how much of the average is kept at each step
   * @param overwriteEvery after how many steps the weights become their average; 0 for never before
   *     the end
   */
  default T withMovingAverage(double momentum, int overwriteEvery) {
    return withOptions(options().withAverage(new MovingAverage(momentum, overwriteEvery)));
  }
}
