package io.tenon.network;

import io.tenon.data.DataException;
import io.tenon.data.Dataset;
import io.tenon.data.SampleArrays;
import io.tenon.data.Samples;
import io.tenon.training.FitOptions;
import io.tenon.training.History;
import io.tenon.training.Trainer;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a {@link Network} trains and measures with; its trainer is made when first needed. */
public abstract sealed class Trainable permits Storable {
  private volatile @Nullable Trainer trainer;

  Trainable() {}

  abstract Trainer makeTrainer();

  /** The trainer, if there has been anything to train or measure. */
  final @Nullable Trainer startedTrainer() {
    return trainer;
  }

  final Trainer trainer() {
    Trainer ready = trainer;
    if (ready == null) {
      ready = makeTrainer();
      trainer = ready;
    }
    return ready;
  }

  final void closeTrainer() {
    Trainer ready = trainer;
    if (ready != null) {
      ready.close();
    }
  }

  static Dataset<Samples> dataset(Iterable<? extends SampleArrays> batches) {
    return Dataset.<SampleArrays>of(batches).map(SampleArrays::arrays);
  }

  /**
   * Trains with the default options.
   *
   * @throws DataException if the samples do not fit, before any work is done
   */
  public final History fit(SampleArrays samples) {
    return fit(samples, options -> {});
  }

  /**
   * Trains.
   *
   * @param options how, such as {@code fit -> fit.epochs(5).batchSize(128)}
   * @throws DataException if the samples do not fit, before any work is done
   * @throws io.tenon.training.NonFiniteLossException if the loss becomes NaN or infinite
   */
  public final synchronized History fit(
      SampleArrays samples, Consumer<? super FitOptions> options) {
    FitOptions chosen = new FitOptions();
    options.accept(chosen);
    return trainer().fit(samples.arrays(), chosen);
  }

  /**
   * Trains on batches, whose sizes are as they come: of a {@link Dataset}, a list, or a generator.
   * An epoch is a pass, or {@code stepsPerEpoch} batches; what ends sooner then begins anew.
   *
   * @param options how, such as {@code fit -> fit.epochs(5).stepsPerEpoch(100)}
   * @throws DataException if a batch does not fit, before its step
   * @throws io.tenon.training.NonFiniteLossException if the loss becomes NaN or infinite
   */
  public final synchronized History fit(
      Iterable<? extends SampleArrays> batches, Consumer<? super FitOptions> options) {
    FitOptions chosen = new FitOptions();
    options.accept(chosen);
    return trainer().fit(dataset(batches), chosen);
  }

  /**
   * Trains on the batches of a stream, which it closes. A stream can be read once: for several
   * epochs, set {@code stepsPerEpoch}.
   *
   * @throws DataException if a batch does not fit, before its step, or there are too few
   * @throws io.tenon.training.NonFiniteLossException if the loss becomes NaN or infinite
   */
  public final History fit(
      Stream<? extends SampleArrays> batches, Consumer<? super FitOptions> options) {
    return fit(Dataset.<SampleArrays>of(batches), options);
  }

  /**
   * Ends a training that runs after its step, with the model whole; {@code fit} then returns what
   * was measured so far. May be called from any thread; does nothing while none runs. An interrupt
   * of the thread that trains does the same.
   */
  public final void stopTraining() {
    Trainer running = trainer;
    if (running != null) {
      running.stopTraining();
    }
  }

  /**
   * Measures without training.
   *
   * @return {@code loss}, with several outputs {@code <output>_loss} for each, and the metrics
   *     under Keras's names
   * @throws DataException if the samples do not fit
   */
  public final synchronized Map<String, Double> evaluate(SampleArrays samples) {
    return trainer().evaluate(samples.arrays());
  }

  /**
   * Measures batches without training: one pass, each sample counting alike.
   *
   * @throws DataException if a batch does not fit, or there are none
   */
  public final synchronized Map<String, Double> evaluate(Iterable<? extends SampleArrays> batches) {
    return trainer().evaluate(dataset(batches));
  }

  /**
   * One step of training on one batch.
   *
   * @return {@code loss}, with several outputs {@code <output>_loss} for each, and the metrics, all
   *     of this batch
   * @throws DataException if the samples do not fit, before any work is done
   * @throws io.tenon.training.NonFiniteLossException if the loss becomes NaN or infinite
   */
  public final synchronized Map<String, Double> trainOnBatch(SampleArrays batch) {
    return trainer().trainOnBatch(batch.arrays());
  }

  /**
   * The loss and metrics of one batch, without training.
   *
   * @throws DataException if the samples do not fit
   */
  public final synchronized Map<String, Double> testOnBatch(SampleArrays batch) {
    return trainer().testOnBatch(batch.arrays());
  }
}
