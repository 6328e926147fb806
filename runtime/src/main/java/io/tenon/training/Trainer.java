package io.tenon.training;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.data.CheckedSamples;
import io.tenon.data.DataException;
import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import io.tenon.optimizer.Optimizer;
import io.tenon.optimizer.Updater;
import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import io.tenon.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains and measures one model. The state of the optimizer outlives a call of {@link #fit}, so
 * that a second one goes on where the first ended.
 */
public final class Trainer implements AutoCloseable {
  private final Graph graph;
  private final Parameters parameters;
  private final Gradients gradients;
  private final Updater updater;
  private final Map<String, Loss> losses;
  private final Map<String, Double> lossWeights;
  private final Map<String, List<Metric>> metrics;
  private final long seed;
  private int epochsDone;

  /**
   * A trainer of a graph's parameters.
   *
   * @throws IllegalStateException if no output has a loss
   */
  public Trainer(
      Graph graph,
      Parameters parameters,
      Optimizer optimizer,
      Map<String, Loss> losses,
      Map<String, Double> lossWeights,
      Map<String, List<Metric>> metrics,
      long seed) {
    if (losses.values().stream().allMatch(loss -> loss == Loss.NONE)) {
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
    this.updater = optimizer.updater(parameters, gradients);
  }

  /**
   * Trains on samples.
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
    CheckedSamples train = all.range(0, kept);
    Optional<CheckedSamples> validation = options.validationData().map(this::check);
    if (validation.isEmpty() && kept < all.count()) {
      validation = Optional.of(all.range(kept, all.count()));
    }
    try (Plans plans = new Plans();
        Progress progress = Progress.onStandardOutput(options)) {
      List<Map<String, Double>> history = new ArrayList<>();
      for (int epoch = 1; epoch <= options.epochs(); epoch++) {
        Map<String, Double> values =
            new LinkedHashMap<>(train(train, options, epoch, plans, progress));
        validation.ifPresent(
            held ->
                evaluate(held, options.batchSize(), plans)
                    .forEach((name, value) -> values.put("val_" + name, value)));
        progress.endEpoch(epoch, values);
        history.add(values);
      }
      return new History(history);
    }
  }

  private Map<String, Double> train(
      CheckedSamples samples, FitOptions options, int epoch, Plans plans, Progress progress) {
    int batchSize = Math.min(options.batchSize(), samples.count());
    int steps = (samples.count() + batchSize - 1) / batchSize;
    int[] order = SampleOrder.of(samples.count(), options.shuffle(), seed, epochsDone);
    Scoreboard board = new Scoreboard(samples.graph(), losses, metrics);
    progress.beginEpoch(epoch, steps);
    for (int step = 0; step < steps; step++) {
      int from = step * batchSize;
      Pass pass = plans.pass(samples, Math.min(batchSize, samples.count() - from));
      double loss = pass.train(order, from);
      if (!Double.isFinite(loss)) {
        throw new NonFiniteLossException(
            graph.name(), loss, epoch, step + 1, pass.plan().firstNonFinite().orElse(""));
      }
      updater.step();
      pass.score(loss, board);
      progress.step(board.loss());
    }
    epochsDone++;
    return board.values();
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

  private CheckedSamples check(Samples samples) {
    return CheckedSamples.of(graph, samples, losses);
  }

  @Override
  public void close() {
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
