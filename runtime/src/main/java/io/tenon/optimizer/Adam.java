package io.tenon.optimizer;

import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;

/**
 * Steps along a mean of gradients, divided by the root of a mean of their squares, as {@code
 * keras.optimizers.Adam}; Kingma and Ba, 2014.
 *
 * @param options what every optimizer can be told
 * @param beta1 how much of the mean of gradients is kept; 0 or more and less than 1
 * @param beta2 how much of the mean of their squares is kept; 0 or more and less than 1
 * @param epsilon what keeps a division from 0; positive
 * @param amsgrad whether the largest mean of squares so far is used in place of the last; Reddi et
 *     al., 2018
 */
public record Adam(
    UpdateOptions options, double beta1, double beta2, double epsilon, boolean amsgrad)
    implements StandardOptimizer<Adam> {

  /** Refuses numbers out of range. */
  public Adam {
    Require.share("beta1", beta1);
    Require.share("beta2", beta2);
    Require.positive("epsilon", epsilon);
  }

  @Override
  public Adam withOptions(UpdateOptions options) {
    return new Adam(options, beta1, beta2, epsilon, amsgrad);
  }

  /** The same with other rates of forgetting. */
  public Adam withBetas(double beta1, double beta2) {
    return new Adam(options, beta1, beta2, epsilon, amsgrad);
  }

  /** The same with another epsilon. */
  public Adam withEpsilon(double epsilon) {
    return new Adam(options, beta1, beta2, epsilon, amsgrad);
  }

  /** The same with the largest mean of squares so far or with the last. */
  public Adam withAmsgrad(boolean amsgrad) {
    return new Adam(options, beta1, beta2, epsilon, amsgrad);
  }

  @Override
  public Updater updater(Parameters parameters, Gradients gradients) {
    Rule rule = new AdamRule(beta1, beta2, epsilon, amsgrad);
    return new FlatUpdater(rule, options, parameters, gradients);
  }
}
