package io.tenon.kernel;

import io.tenon.layer.GRU;
import io.tenon.layer.LSTM;
import io.tenon.layer.RecurrentSpec;
import io.tenon.layer.SimpleRNN;

/**
 * One step of a recurrent layer over a batch, on the heap, forward and backward. There is an array
 * for each gate; it, and a state, is (batch, units).
 */
interface RecurrentStep {
  /** How many arrays of (batch, units) forward keeps for backward, beside the gates. */
  int kept();

  /** Whether what is recalled has another gradient than what the input gives. */
  default boolean recalledApart() {
    return false;
  }

  /**
   * Forward.
   *
   * @param gates (gates, batch * units): what the input gives; becomes the results of the gates
   * @param recalled (gates, batch * units): hidden x recurrent kernel
   * @param states the hidden state, and LSTM's memory, which become those after the step
   * @param kept (kept, batch * units)
   */
  void forward(float[][] gates, float[][] recalled, float[][] states, float[][] kept);

  /**
   * Backward.
   *
   * @param gates what forward left there; becomes the gradient of what the input gave
   * @param recalled becomes the gradient of what was recalled, where that is apart
   * @param states the gradients of the states after the step, which become those before it, without
   *     the part that goes through the product
   * @param kept what forward left there
   */
  void backward(float[][] gates, float[][] recalled, float[][] states, float[][] kept);

  /** Whether a layer can be run so; not where an activation's slope is not told by its result. */
  static boolean runs(RecurrentSpec spec) {
    if (spec instanceof LSTM.Spec lstm) {
      return GateFunction.has(lstm.activation()) && GateFunction.has(lstm.recurrentActivation());
    } else if (spec instanceof GRU.Spec gru) {
      return gru.resetAfter()
          && GateFunction.has(gru.activation())
          && GateFunction.has(gru.recurrentActivation());
    }
    return spec instanceof SimpleRNN.Spec simple && GateFunction.has(simple.activation());
  }

  /** The step of a layer for so many samples. */
  static RecurrentStep of(RecurrentSpec spec, int batch) {
    if (spec instanceof LSTM.Spec lstm) {
      return new LstmStep(lstm, batch);
    } else if (spec instanceof GRU.Spec gru) {
      return new GruStep(gru, batch);
    } else if (spec instanceof SimpleRNN.Spec simple) {
      return new SimpleStep(simple, batch);
    }
    throw new IllegalArgumentException("no step for " + spec.className());
  }
}
