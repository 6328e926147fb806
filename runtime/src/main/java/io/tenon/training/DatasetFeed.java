package io.tenon.training;

import static java.util.Objects.requireNonNull;

import io.tenon.data.DataIterator;
import io.tenon.data.Samples;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Batches as a dataset gives them, each checked before its step. */
final class DatasetFeed implements Feed {
  private final DataIterator<Samples> batches;
  private final int limit;
  private final Function<Samples, Pass> check;
  private @Nullable Pass pass;

  /**
   * A feed.
   *
   * @param limit how many steps at most; -1 for as many as there are
   * @param check holds a batch against the model and ties it to a plan
   */
  DatasetFeed(DataIterator<Samples> batches, int limit, Function<Samples, Pass> check) {
    this.batches = batches;
    this.limit = limit;
    this.check = check;
  }

  @Override
  public int steps() {
    return limit;
  }

  @Override
  public boolean hasStep(int step) {
    return (limit < 0 || step < limit) && batches.hasNext();
  }

  @Override
  public void skip(int steps) {
    for (int i = 0; i < steps && batches.hasNext(); i++) {
      batches.next();
    }
  }

  @Override
  public double train(int step, long number) {
    pass = check.apply(batches.next());
    return pass.train(number);
  }

  @Override
  public Pass pass() {
    return requireNonNull(pass);
  }
}
