package io.tenon.training;

import io.tenon.data.CheckedSamples;
import io.tenon.data.DataException;
import io.tenon.data.Dataset;
import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import io.tenon.loss.LossFunction;
import io.tenon.metric.MetricSpec;
import io.tenon.optimizer.Optimizer;
import io.tenon.optimizer.Updater;
import io.tenon.plan.Constraints;
import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import io.tenon.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Trains and measures one model. The state of the optimizer outlives a call of {@link #fit}, so
 * that a second one goes on where the first ended.
 */
public final class Trainer implements AutoCloseable {
  final Graph graph;
  final Parameters parameters;
  private final Gradients gradients;
  final Updater updater;
  private final Constraints constraints;
  private final Plans onBatch = new Plans();
  private final Map<String, LossFunction> losses;
  private final Map<String, Double> lossWeights;
  private final Map<String, List<MetricSpec>> metrics;
  long seed;
  int epochsDone;

  /**
   * A trainer of a graph's parameters.
   *
   * @throws IllegalStateException if no output has a loss
   */
  public Trainer(
      Graph graph,
      Parameters parameters,
      Optimizer optimizer,
      Map<String, LossFunction> losses,
      Map<String, Double> lossWeights,
      Map<String, List<MetricSpec>> metrics,
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
    this.metrics = metrics;
    this.seed = seed;
    new Scoreboard(graph, losses, metrics);
    this.gradients = Gradients.of(parameters);
    this.constraints = new Constraints(graph, parameters);
    this.updater = optimizer.updater(parameters, gradients);
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
    CheckedSamples all = CheckedSamples.of(graph, samples, losses);
    int kept = all.count() - (int) (all.count() * options.validationSplit());
    if (kept < 1) {
      throw new DataException(
          "%s: a validationSplit of %s leaves none of %d samples to train on"
              .formatted(graph.name(), options.validationSplit(), all.count()));
    }
    CheckedSamples train = weighted(all.range(0, kept), options);
    Optional<CheckedSamples> validation = options.validationData().map(this::check);
    if (validation.isEmpty() && kept < all.count()) {
      validation = Optional.of(all.range(kept, all.count()));
    }
    try (Plans plans = new Plans()) {
      return run(
          options,
          validation,
          train.graph(),
          plans,
          running ->
              new ArrayFeed(
                  train,
                  SampleOrder.of(train.count(), options.shuffle(), seed, epochsDone),
                  options.batchSize(),
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
    Optional<CheckedSamples> validation = options.validationData().map(this::check);
    try (Plans plans = new Plans();
        EpochIterators passes = new EpochIterators(batches, options.stepsPerEpoch())) {
      return run(
          options,
          validation,
          graph,
          plans,
          running ->
              new DatasetFeed(
                  passes.open(epochsDone),
                  options.stepsPerEpoch(),
                  batch -> plans.single(weighted(check(batch), options))));
    }
  }

  private History run(
      FitOptions options,
      Optional<CheckedSamples> validation,
      Graph bound,
      Plans plans,
      Function<RunningTraining, Feed> feeds) {
    RunningTraining running =
        new RunningTraining(this, options, names(bound, validation.isPresent()));
    options.callbacks().forEach(callback -> callback.onTrainBegin(running));
    try (Progress progress = Progress.onStandardOutput(options)) {
      List<Map<String, Double>> history = new ArrayList<>();
      while (running.nextEpoch()) {
        Feed feed = feeds.apply(running);
        feed.skip(running.step());
        if (running.step() > 0 && !feed.hasStep(running.step())) {
          epochsDone++; // resumed after the last step of an epoch
          continue;
        }
        train(feed, bound, options, running, progress);
        if (!running.isWhole()) {
          break;
        }
        validation.ifPresent(
            some -> running.logValidation(evaluate(some, options.batchSize(), plans)));
        options.callbacks().forEach(callback -> callback.onEpochEnd(running));
        progress.endEpoch(running.epoch(), running.logs());
        history.add(running.logs());
      }
      updater.finish();
      options.callbacks().forEach(callback -> callback.onTrainEnd(running));
      return new History(history);
    }
  }

  private List<String> names(Graph bound, boolean validates) {
    List<String> names = new ArrayList<>(new Scoreboard(bound, losses, metrics).values().keySet());
    if (validates) {
      List.copyOf(names).forEach(name -> names.add("val_" + name));
    }
    return names;
  }

  private void train(
      Feed feed, Graph bound, FitOptions options, RunningTraining running, Progress progress) {
    Scoreboard board = new Scoreboard(bound, losses, metrics);
    running.measure(board);
    progress.beginEpoch(running.epoch(), feed.steps());
    options.callbacks().forEach(callback -> callback.onEpochBegin(running));
    int step = running.step();
    while (!running.isStopped() && feed.hasStep(step)) {
      double loss = feed.train(step);
      step++;
      if (!Double.isFinite(loss)) {
        options.callbacks().forEach(callback -> callback.onNonFiniteLoss(running, loss));
        if (running.isStopped()) {
          return;
        }
        throw new NonFiniteLossException(
            graph.name(),
            loss,
            running.epoch(),
            step,
            feed.pass().plan().firstNonFinite().orElse(""));
      }
      updater.step();
      constraints.apply();
      feed.pass().score(loss, board);
      progress.step(board.loss());
      running.endStep(step);
      for (int i = 0; i < options.callbacks().size(); i++) {
        options.callbacks().get(i).onBatchEnd(running);
      }
    }
    if (step == 0 && !running.isStopped()) {
      throw new DataException("%s: the dataset gave no batches".formatted(graph.name()));
    }
    if (step > 0 && !feed.hasStep(step)) {
      epochsDone++;
      running.endEpoch();
    }
  }

  /**
   * Measures without training.
   *
   * @return {@code loss}, with several outputs {@code <output>_loss} for each, and the metrics
   * @throws DataException if the samples do not fit the model
   */
  public Map<String, Double> evaluate(Samples samples, int batchSize) {
    try (Plans plans = new Plans()) {
      return evaluate(check(samples), batchSize, plans);
    }
  }

  private Map<String, Double> evaluate(CheckedSamples samples, int batchSize, Plans plans) {
    Scoreboard board = new Scoreboard(samples.graph(), losses, metrics);
    for (int from = 0; from < samples.count(); from += batchSize) {
      Pass pass = plans.pass(samples, Math.min(batchSize, samples.count() - from));
      pass.score(pass.test(from), board);
    }
    return board.values();
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
    CheckedSamples batch = check(samples);
    Pass pass = onBatch.single(batch);
    double loss = pass.train();
    if (!Double.isFinite(loss)) {
      throw new NonFiniteLossException(
          graph.name(), loss, 1, 1, pass.plan().firstNonFinite().orElse(""));
    }
    updater.step();
    constraints.apply();
    return scores(pass, batch, loss);
  }

  /**
   * The loss and metrics of one batch, without training.
   *
   * @throws DataException if the samples do not fit the model
   */
  public Map<String, Double> testOnBatch(Samples samples) {
    CheckedSamples batch = check(samples);
    Pass pass = onBatch.single(batch);
    return scores(pass, batch, pass.test(0));
  }

  private Map<String, Double> scores(Pass pass, CheckedSamples batch, double loss) {
    Scoreboard board = new Scoreboard(batch.graph(), losses, metrics);
    pass.score(loss, board);
    return board.values();
  }

  private static CheckedSamples weighted(CheckedSamples samples, FitOptions options) {
    return options.classWeight().isEmpty() ? samples : samples.weighted(options.classWeight());
  }

  private CheckedSamples check(Samples samples) {
    return CheckedSamples.of(graph, samples, losses);
  }

  @Override
  public void close() {
    onBatch.close();
    updater.close();
    gradients.close();
  }

  /** The plans of one call: one for whole batches and one for the rest, for each set of samples. */
  private final class Plans implements AutoCloseable {
    private final Map<Integer, Plan> plans = new HashMap<>();
    private final Map<PassKey, Pass> passes = new HashMap<>();

    Pass pass(CheckedSamples samples, int batchSize) {
      return passes.computeIfAbsent(
          new PassKey(System.identityHashCode(samples), batchSize),
          key -> new Pass(plan(samples.graph(), batchSize), samples, batchSize));
    }

    /** A pass for samples that are run once. */
    Pass single(CheckedSamples samples) {
      return new Pass(plan(samples.graph(), samples.count()), samples, samples.count());
    }

    private Plan plan(Graph bound, int batchSize) {
      return plans.computeIfAbsent(
          batchSize,
          size ->
              Plan.forTraining(
                  bound, parameters, gradients, size, losses, lossWeights, seed + epochsDone));
    }

    @Override
    public void close() {
      plans.values().forEach(Plan::close);
    }
  }

  private record PassKey(int samples, int batchSize) {}
}
