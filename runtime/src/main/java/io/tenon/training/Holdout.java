package io.tenon.training;

import io.tenon.data.CheckedSamples;
import io.tenon.data.DataException;
import io.tenon.data.FixedBatch;

/** How the samples of a training are split: what is trained on comes first, as in Keras. */
record Holdout(int kept, int all) {
  /**
   * The split that the options ask for.
   *
   * @throws DataException if it leaves nothing to train on, or nothing to validate with, or fewer
   *     samples than a batch is to have
   */
  static Holdout of(CheckedSamples samples, FitOptions options) {
    String model = samples.graph().name();
    int all = samples.count();
    double share = options.hasValidation() ? 0 : options.validationSplit();
    int kept = (int) Math.floor(all * (1 - share));
    if (kept < 1) {
      throw new DataException(
          "%s: a validationSplit of %s leaves none of %s to train on"
              .formatted(model, share, samples(all)));
    }
    if (share > 0 && kept == all) {
      throw new DataException(
          "%s: a validationSplit of %s leaves none of %s to validate with; take a larger share, or"
                  .formatted(model, share, samples(all))
              + " give validationData");
    }
    if (options.isBatchSizeSet() && options.batchSize() > kept) {
      throw new DataException(
          "%s: a batchSize of %d is more than the %s to train on%s; set %d or less"
              .formatted(
                  model,
                  options.batchSize(),
                  samples(kept),
                  kept < all ? " (%d of %d validate)".formatted(all - kept, all) : "",
                  kept));
    }
    FixedBatch.requireWhole(samples.graph(), kept);
    return new Holdout(kept, all);
  }

  private static String samples(int count) {
    return count == 1 ? "1 sample" : count + " samples";
  }

  boolean isSplit() {
    return kept < all;
  }
}
