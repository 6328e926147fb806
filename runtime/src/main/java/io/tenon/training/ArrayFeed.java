package io.tenon.training;

import static java.util.Objects.requireNonNull;

import io.tenon.data.CheckedSamples;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Samples that are there already, in an order. */
final class ArrayFeed implements Feed {
  private final CheckedSamples samples;
  private final int[] order;
  private final int batchSize;
  private final IntFunction<Pass> passes;
  private @Nullable Pass pass;

  /**
   * A feed.
   *
   * @param passes ties the samples to the plan for a batch size
   */
  ArrayFeed(CheckedSamples samples, int[] order, int batchSize, IntFunction<Pass> passes) {
    this.samples = samples;
    this.order = order;
    this.batchSize = Math.min(batchSize, samples.count());
    this.passes = passes;
  }

  @Override
  public int steps() {
    return (samples.count() + batchSize - 1) / batchSize;
  }

  @Override
  public boolean hasStep(int step) {
    return step < steps();
  }

  @Override
  public void skip(int steps) {}

  @Override
  public double train(int step, long number) {
    int from = step * batchSize;
    pass = passes.apply(Math.min(batchSize, samples.count() - from));
    return pass.train(order, from, number);
  }

  @Override
  public Pass pass() {
    return requireNonNull(pass);
  }
}
