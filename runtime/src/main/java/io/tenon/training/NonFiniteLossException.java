package io.tenon.training;

/** A loss that became NaN or infinite; training stopped before it changed the weights further. */
public final class NonFiniteLossException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final int epoch;
  private final int step;
  private final String tensor;

  NonFiniteLossException(String model, double loss, int epoch, int step, String tensor) {
    super(
        ("%s: the loss became %s in epoch %d, step %d; %s. Try a smaller learning rate, and look"
                + " for NaN, infinite or very large values in the samples")
            .formatted(
                model,
                Double.isNaN(loss) ? "NaN" : "infinite",
                epoch,
                step,
                tensor.isEmpty()
                    ? "every layer's output is still finite"
                    : tensor + " is the first to hold a value that is not finite"));
    this.epoch = epoch;
    this.step = step;
    this.tensor = tensor;
  }

  /** The epoch, counted from 1. */
  public int epoch() {
    return epoch;
  }

  /** The step in the epoch, counted from 1. */
  public int step() {
    return step;
  }

  /** The first tensor, in the order of the graph, that is not finite; empty if none is. */
  public String tensor() {
    return tensor;
  }
}
