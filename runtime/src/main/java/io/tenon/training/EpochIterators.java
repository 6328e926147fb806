package io.tenon.training;

import io.tenon.data.DataIterator;
import io.tenon.data.Dataset;
import io.tenon.data.Samples;
import org.jspecify.annotations.Nullable;

/** Passes over a dataset for the epochs of a training. */
final class EpochIterators implements AutoCloseable {
  private final Dataset<Samples> batches;
  private final int stepsPerEpoch;
  private @Nullable DataIterator<Samples> current;

  EpochIterators(Dataset<Samples> batches, int stepsPerEpoch) {
    this.batches = batches;
    this.stepsPerEpoch = stepsPerEpoch;
  }

  /**
   * The batches of an epoch: a pass of its own, or the next ones of passes without end.
   *
   * @param before how many epochs the model was trained for before this training
   * @param epoch how many epochs of this training were before it; where the first one asked for is
   *     not 0, as after a crash, the batches of those before are left out
   */
  DataIterator<Samples> open(int before, int epoch) {
    if (stepsPerEpoch < 0) {
      close();
      current = batches.open(before + epoch);
    } else if (current == null) {
      current = batches.repeat().skip((long) epoch * stepsPerEpoch).open(before);
    }
    return current;
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
    }
  }
}
