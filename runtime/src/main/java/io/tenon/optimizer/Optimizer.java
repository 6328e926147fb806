package io.tenon.optimizer;

import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;

/** How weights follow their gradients: an immutable description, as in {@code keras.optimizers}. */
public interface Optimizer {
  /** What changes these parameters after each step that has left these gradients. */
  Updater updater(Parameters parameters, Gradients gradients);
}
