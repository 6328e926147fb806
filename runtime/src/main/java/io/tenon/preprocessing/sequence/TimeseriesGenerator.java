package io.tenon.preprocessing.sequence;

import io.tenon.data.DataException;
import io.tenon.preprocessing.Batch;
import io.tenon.preprocessing.BatchSequence;
import io.tenon.preprocessing.Require;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Windows of a long sequence, each with the target of the step after it: Keras's {@code
 * TimeseriesGenerator}. A batch is x (windows, ceil(length / samplingRate), ...) and y (windows,
 * ...), of the types of data and targets.
 *
 * <pre>{@code
 * // data and targets 0 to 49, each (50, 1)
 * TimeseriesGenerator.of(data, targets, 10, series -> series.samplingRate(2).batchSize(2))
 * // 20 batches; the first x is 0 2 4 6 8 | 1 3 5 7 9, its y is 10 | 11
 * }</pre>
 */
public final class TimeseriesGenerator implements BatchSequence {
  // Golden-ratio steps keep the streams of neighbouring epochs and batches apart.
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final TimeSteps data;
  private final TimeSteps targets;
  private final int length;
  private final TimeseriesOptions options;
  private final int first;
  private final int last;
  private int epoch;

  private TimeseriesGenerator(
      TimeSteps data, TimeSteps targets, int length, TimeseriesOptions options) {
    this.data = data;
    this.targets = targets;
    this.length = length;
    this.options = options;
    this.first = (int) Math.min(Integer.MAX_VALUE, (long) options.startIndex() + length);
    this.last = options.endIndex().orElse(data.count() - 1);
  }

  /** All windows of a length, in order, 128 in a batch. */
  public static TimeseriesGenerator of(INDArray data, INDArray targets, int length) {
    return of(data, targets, length, series -> {});
  }

  /**
   * Windows as the options say. Both arrays are copied.
   *
   * @param data (time, ...)
   * @param targets (time, ...): that of a window stands at the step after its last one
   * @param length how many steps a window reaches over
   * @throws IllegalArgumentException if length is less than 1
   * @throws DataException if data and targets differ in steps, or no window with a target fits
   *     between the first and the last step used
   */
  public static TimeseriesGenerator of(
      INDArray data, INDArray targets, int length, Consumer<? super TimeseriesOptions> options) {
    Require.positive("length", length);
    TimeseriesOptions read = new TimeseriesOptions();
    options.accept(read);
    if (data.size(0) != targets.size(0)) {
      throw new DataException(
          "data has %d steps, but targets has %d; each step of data needs its target"
              .formatted(data.size(0), targets.size(0)));
    }
    TimeseriesGenerator made =
        new TimeseriesGenerator(
            TimeSteps.of("data", data), TimeSteps.of("targets", targets), length, read);
    made.check();
    return made;
  }

  private void check() {
    if (last >= data.count()) {
      throw new DataException(
          "endIndex %d is past the data, whose last step is %d".formatted(last, data.count() - 1));
    }
    if (first > last) {
      throw new DataException(
          ("a window of %d steps and its target need %d steps, but %d to %d are %d; give a shorter"
                  + " length or more data")
              .formatted(
                  length,
                  (long) length + 1,
                  options.startIndex(),
                  last,
                  Math.max(0, last - options.startIndex() + 1)));
    }
  }

  @Override
  public int size() {
    long span = (long) options.batchSize() * options.stride();
    return (int) ((last - first + span) / span);
  }

  @Override
  public synchronized Batch get(int index) {
    Objects.checkIndex(index, size());
    int[] rows = options.shuffle() ? drawn(index) : inOrder(index);
    int[] starts = Arrays.stream(rows).map(row -> row - length).toArray();
    return Batch.of(
        data.windows(starts, length, options.samplingRate(), options.reverse()),
        targets.rows(rows));
  }

  private int[] inOrder(int index) {
    int begin = first + index * options.batchSize() * options.stride();
    int count = Math.min(options.batchSize(), (last - begin) / options.stride() + 1);
    int[] rows = new int[count];
    Arrays.setAll(rows, i -> begin + i * options.stride());
    return rows;
  }

  private int[] drawn(int index) {
    long batch = (long) epoch * size() + index + 1;
    SplittableRandom random = new SplittableRandom(options.seed() + GOLDEN * batch);
    return random.ints(options.batchSize(), first, last + 1).toArray();
  }

  /** Begins the next epoch, which draws other windows if they are shuffled. */
  @Override
  public synchronized void onEpochEnd() {
    epoch++;
  }
}
