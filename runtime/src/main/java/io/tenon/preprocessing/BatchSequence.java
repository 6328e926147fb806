package io.tenon.preprocessing;

import io.tenon.data.Dataset;
import io.tenon.data.Samples;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Batches by number, made when they are asked for: Keras's {@code Sequence}. Every walk over it is
 * an epoch; at the end of a walk the next epoch begins, which may shuffle anew.
 */
public interface BatchSequence extends Iterable<Batch> {
  /** The number of batches in an epoch. */
  int size();

  /**
   * One batch of this epoch. The same one each time, until the epoch ends.
   *
   * @throws IndexOutOfBoundsException unless 0 or more and less than {@link #size()}
   */
  Batch get(int index);

  /** Begins the next epoch. A walk to the end does so itself. */
  default void onEpochEnd() {}

  /** The batches of this epoch in order. */
  @Override
  default Iterator<Batch> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size();
      }

      @Override
      public Batch next() {
        if (!hasNext()) {
          throw new NoSuchElementException("this epoch has no more than " + size() + " batches");
        }
        Batch batch = get(next++);
        if (!hasNext()) {
          onEpochEnd();
        }
        return batch;
      }
    };
  }

  /**
   * The batches as a model with one input and one output trains on them: a pass is an epoch.
   *
   * <pre>{@code
   * network.fit(flow.toDataset("picture", "digit"), fit -> fit.epochs(5));
   * }</pre>
   *
   * @param input the name of the input
   * @param output the name of the output
   */
  default Dataset<Samples> toDataset(String input, String output) {
    Dataset<Batch> batches = Dataset.generate(this::iterator);
    return batches.map(batch -> batch.toSamples(input, output));
  }

  /**
   * The batches as a generated model with one input and one output trains on them: a pass is an
   * epoch.
   *
   * <pre>{@code
   * model.fit(flow.toDataset(DigitsModel.Samples::new), fit -> fit.epochs(5));
   * }</pre>
   *
   * @param samples makes the model's samples of x and y
   */
  default <S> Dataset<S> toDataset(BiFunction<INDArray, INDArray, ? extends S> samples) {
    Dataset<Batch> batches = Dataset.generate(this::iterator);
    return batches.map(batch -> samples.apply(batch.x(), batch.y()));
  }

  /**
   * All samples of an epoch in one batch, for data that fits in memory.
   *
   * @throws IllegalStateException if there are none
   */
  default Batch toBatch() {
    List<INDArray> x = new ArrayList<>();
    List<INDArray> y = new ArrayList<>();
    for (Batch batch : this) {
      x.add(batch.x());
      batch.labels().ifPresent(y::add);
    }
    if (x.isEmpty()) {
      throw new IllegalStateException("there are no batches to join");
    }
    INDArray joined = Nd4j.concat(0, x.toArray(INDArray[]::new));
    return y.isEmpty()
        ? Batch.of(joined)
        : Batch.of(joined, Nd4j.concat(0, y.toArray(INDArray[]::new)));
  }
}
