package io.tenon.training;

import io.tenon.data.CheckedSamples;
import io.tenon.data.DataException;
import io.tenon.data.Dataset;
import io.tenon.data.FixedBatch;
import io.tenon.data.Samples;
import io.tenon.file.CompileSettings;
import io.tenon.file.SavedModel;
import io.tenon.graph.Graph;
import io.tenon.loss.LossFunction;
import io.tenon.metric.MetricSpec;
import io.tenon.optimizer.Optimizer;
import io.tenon.optimizer.StandardOptimizer;
import io.tenon.optimizer.Updater;
import io.tenon.optimizer.UpdaterState;
import io.tenon.plan.Constraints;
import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import io.tenon.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Trains and measures one model. The state of the optimizer outlives a call of {@link #fit}, so
 * that a second one goes on where the first ended.
 */
public final class Trainer implements AutoCloseable {
  private static final int EVALUATION_BATCH = 256;

  final Graph graph;
  final Parameters parameters;
  private final Gradients gradients;
  final Updater updater;
  final Constraints constraints;
  private final Plans onBatch;
  final Evaluator evaluator;
  private final Function<Map<String, INDArray>, Map<String, INDArray>> predictor;
  private final Optimizer optimizer;
  private final Map<String, List<MetricSpec>> metrics;
  private final Map<String, LossFunction> losses;
  private final Map<String, Double> lossWeights;
  long seed;
  int epochsDone;
  private volatile @Nullable RunningTraining current;

  /**
   * A trainer of a graph's parameters.
   *
   * @param predictor predicts by name with the same parameters
   * @throws IllegalStateException if no output has a loss
   */
  public Trainer(
      Graph graph,
      Parameters parameters,
      Optimizer optimizer,
      Map<String, LossFunction> losses,
      Map<String, Double> lossWeights,
      Map<String, List<MetricSpec>> metrics,
      Function<Map<String, INDArray>, Map<String, INDArray>> predictor,
      long seed) {
    if (losses.isEmpty()) {
      String output = graph.outputs().get(0).tensor();
      throw new IllegalStateException(
          ("%s has no loss, so there is nothing to train or measure: write @Output(loss = ...) on"
                  + " %s, or name one when building the model")
              .formatted(graph.name(), output));
    }
    this.graph = graph;
    this.parameters = parameters;
    this.losses = losses;
    this.lossWeights = lossWeights;
    this.predictor = predictor;
    this.seed = seed;
    this.evaluator = new Evaluator(graph, losses, metrics);
    this.onBatch = plans();
    this.gradients = Gradients.of(parameters);
    this.constraints = new Constraints(graph, parameters);
    this.optimizer = optimizer;
    this.metrics = metrics;
    this.updater = optimizer.updater(parameters, gradients);
  }

  /** Refuses a metric that does not fit its output, with an IllegalArgumentException. */
  public static void requireFitting(
      Graph graph, Map<String, LossFunction> losses, Map<String, List<MetricSpec>> metrics) {
    new Scoreboard(graph, losses, metrics);
  }

  /**
   * Trains on samples.
   *
   * <p>It ends early, after a step and with the model whole, when a callback stops it or the thread
   * is interrupted, which it then still is.
   *
   * @throws DataException if they do not fit the model, before any work is done
   * @throws NonFiniteLossException if the loss becomes NaN or infinite
   */
  public History fit(Samples samples, FitOptions options) {
    int batchSize = options.batchSize(graph);
    CheckedSamples all = evaluator.check(samples);
    Holdout holdout = Holdout.of(all, options);
    CheckedSamples train = weighted(all.range(0, holdout.kept()), options);
    Optional<Validation> validation =
        holdout.isSplit()
            ? Validation.of(
                all.range(holdout.kept(), holdout.all()), options.validationBatchSize(graph))
            : validation(options);
    try (Plans plans = plans()) {
      return run(
          options,
          validation,
          plans,
          running ->
              new ArrayFeed(
                  train,
                  SampleOrder.of(train.count(), options.shuffle(), seed, epochsDone),
                  batchSize,
                  size -> plans.pass(train, size)));
    }
  }

  /**
   * Trains on batches as a dataset gives them; their sizes are the dataset's. An epoch is a pass,
   * or {@link FitOptions#stepsPerEpoch} batches.
   *
   * @throws DataException if options are for arrays alone, before any work; if a batch does not fit
   *     the model, before its step; if there are no batches
   * @throws NonFiniteLossException if the loss becomes NaN or infinite
   */
  public History fit(Dataset<Samples> batches, FitOptions options) {
    if (options.validationSplit() > 0) {
      throw new DataException(
          ("%s: a dataset cannot be split, since its size is not known; give validationData in"
                  + " place of validationSplit")
              .formatted(graph.name()));
    }
    Optional<Validation> validation = validation(options);
    try (Plans plans = plans();
        EpochIterators passes = new EpochIterators(batches, options.stepsPerEpoch())) {
      return run(
          options,
          validation,
          plans,
          running ->
              new DatasetFeed(
                  passes.open(running.epochsBefore(), epochsDone - running.epochsBefore()),
                  options.stepsPerEpoch(),
                  batch -> plans.single(weighted(evaluator.check(batch), options))));
    }
  }

  private Optional<Validation> validation(FitOptions options) {
    if (options.validationData().isPresent()) {
      try {
        CheckedSamples samples = evaluator.check(options.validationData().get());
        return Validation.of(samples, options.validationBatchSize(graph));
      } catch (DataException e) {
        throw new DataException("validationData of " + e.getMessage());
      }
    }
    return options.validationBatches().map(batches -> Validation.of(batches, options));
  }

  private History run(
      FitOptions options,
      Optional<Validation> validation,
      Plans plans,
      Function<RunningTraining, Feed> feeds) {
    RunningTraining running = new RunningTraining(this, options, names(validation.isPresent()));
    current = running;
    try (Progress progress = Progress.onStandardOutput(options)) {
      return new TrainingLoop(this, running, options.callbacks(), progress)
          .run(feeds, validation, plans);
    } finally {
      current = null;
    }
  }

  /**
   * Ends a training that runs after its step, with the model whole; {@code fit} then returns what
   * was measured so far. May be called from any thread; does nothing while none runs.
   */
  public void stopTraining() {
    RunningTraining running = current;
    if (running != null) {
      running.cancel();
    }
  }

  private List<String> names(boolean validates) {
    List<String> names = new ArrayList<>(evaluator.board().values().keySet());
    if (validates) {
      List.copyOf(names).forEach(name -> names.add("val_" + name));
    }
    return names;
  }

  /**
   * Measures without training.
   *
   * @return {@code loss}, with several outputs {@code <output>_loss} for each, and the metrics
   * @throws DataException if the samples do not fit the model
   */
  public Map<String, Double> evaluate(Samples samples) {
    try (Plans plans = plans()) {
      return evaluator.measure(
          evaluator.check(samples), FixedBatch.size(graph, EVALUATION_BATCH, false), plans);
    }
  }

  /**
   * Measures batches as a dataset gives them, without training.
   *
   * @throws DataException if one does not fit the model, or there are none
   */
  public Map<String, Double> evaluate(Dataset<Samples> batches) {
    try (Plans plans = plans()) {
      return evaluator.measure(batches, -1, plans);
    }
  }

  Map<String, INDArray> predict(Map<String, INDArray> inputs) {
    return predictor.apply(inputs);
  }

  /**
   * One step on one batch.
   *
   * @return {@code loss}, with several outputs {@code <output>_loss} for each, and the metrics, all
   *     of this batch
   * @throws DataException if the samples do not fit the model
   * @throws NonFiniteLossException if the loss becomes NaN or infinite
   */
  public Map<String, Double> trainOnBatch(Samples samples) {
    Pass pass = onBatch.single(evaluator.check(samples));
    double loss = pass.train(updater.steps());
    if (!Double.isFinite(loss)) {
      throw new NonFiniteLossException(
          graph.name(), loss, 1, 1, pass.plan().firstNonFinite().orElse(""));
    }
    updater.step();
    constraints.apply();
    return evaluator.scores(pass, loss);
  }

  /**
   * The loss and metrics of one batch, without training.
   *
   * @throws DataException if the samples do not fit the model
   */
  public Map<String, Double> testOnBatch(Samples samples) {
    Pass pass = onBatch.single(evaluator.check(samples));
    return evaluator.scores(pass, pass.test(0));
  }

  /**
   * The model as it is saved: its weights, what it was compiled with, where its training stands.
   */
  public SavedModel saved() {
    UpdaterState state = updater.state();
    // A rate that was set while training is the optimizer's own from then on.
    Optimizer now =
        state.learningRate().isPresent() && optimizer instanceof StandardOptimizer<?> standard
            ? standard.withLearningRate(state.learningRate().getAsDouble())
            : optimizer;
    return new SavedModel(
        graph,
        parameters,
        Optional.of(new CompileSettings(Optional.of(now), losses, lossWeights, metrics)),
        Optional.of(new SavedModel.TrainingState(state, seed, epochsDone)));
  }

  /** Goes on where a training stood. */
  public void restore(SavedModel.TrainingState state) {
    updater.restore(state.optimizer());
    seed = state.seed();
    epochsDone = state.epochsDone();
  }

  private static CheckedSamples weighted(CheckedSamples samples, FitOptions options) {
    return options.classWeight().isEmpty() ? samples : samples.weighted(options.classWeight());
  }

  private Plans plans() {
    return new Plans(
        (bound, batchSize) ->
            Plan.forTraining(bound, parameters, gradients, batchSize, losses, lossWeights, seed));
  }

  @Override
  public void close() {
    onBatch.close();
    updater.close();
    gradients.close();
  }
}
