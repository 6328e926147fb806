package io.tenon.training;

import static java.util.Objects.requireNonNull;

import io.tenon.callback.Callback;
import io.tenon.callback.Training;
import io.tenon.data.SampleArrays;
import io.tenon.file.KerasWriter;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.layer.WeightSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One call of {@code fit}, as callbacks see it. */
final class RunningTraining implements Training {
  private final Trainer trainer;
  private final FitOptions options;
  private final List<String> names;
  private final List<? extends Callback> callbacks;
  private final List<Map<String, Double>> history = new ArrayList<>();
  private int epochsBefore;
  private final Map<String, Double> extra = new LinkedHashMap<>();
  private @Nullable Map<String, Double> ended;
  private @Nullable Scoreboard board;
  private int epoch;
  private int step;
  private volatile boolean stopped;
  private volatile boolean cancelled;
  private boolean resumed;

  RunningTraining(Trainer trainer, FitOptions options, List<String> names) {
    this.trainer = trainer;
    this.options = options;
    this.epoch = options.initialEpoch();
    this.callbacks = options.callbacks();
    this.names = List.copyOf(names);
    this.epochsBefore = trainer.epochsDone;
  }

  /** Goes to the next epoch, or to what is left of a resumed one; whether there is one. */
  boolean nextEpoch() {
    if (resumed) {
      resumed = false;
      trainer.epochsDone += epoch - 1 - options.initialEpoch();
    } else {
      epoch++;
      step = 0;
    }
    ended = null;
    extra.clear();
    return epoch <= epochs() && !isStopped();
  }

  void measure(Scoreboard board) {
    this.board = board;
  }

  void endStep(int done) {
    step = done;
  }

  void endEpoch() {
    ended = new LinkedHashMap<>(requireNonNull(board).values());
  }

  /** Whether the epoch was run to its end. */
  boolean isWhole() {
    return ended != null;
  }

  /** Whether the epoch's end is one at which the model is validated. */
  boolean validates() {
    return options.validatesAfter(epoch);
  }

  void logValidation(Map<String, Double> values) {
    values.forEach((name, value) -> requireNonNull(ended).put("val_" + name, value));
  }

  boolean isStopped() {
    if (Thread.currentThread().isInterrupted()) {
      cancelled = true;
    }
    return stopped || cancelled;
  }

  /** Ends the training after its step, from any thread. */
  void cancel() {
    cancelled = true;
  }

  /** How many epochs the model was trained for before this training. */
  int epochsBefore() {
    return epochsBefore;
  }

  /** Keeps what was measured in an epoch that is over. */
  void remember() {
    history.add(logs());
  }

  /** What was measured in each epoch that is over. */
  History history() {
    return new History(history, options.initialEpoch());
  }

  @Override
  public Graph graph() {
    return trainer.graph;
  }

  @Override
  public int epoch() {
    return epoch;
  }

  @Override
  public int epochs() {
    return options.epochs();
  }

  @Override
  public int step() {
    return step;
  }

  @Override
  public long totalSteps() {
    return trainer.updater.steps();
  }

  @Override
  public Map<String, Double> logs() {
    Map<String, Double> logs = new LinkedHashMap<>();
    if (ended != null) {
      logs.putAll(ended);
    } else if (board != null) {
      logs.putAll(board.values());
    }
    logs.putAll(extra);
    return Collections.unmodifiableMap(logs);
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public void log(String name, double value) {
    extra.put(name, value);
  }

  @Override
  public double learningRate() {
    return trainer.updater.learningRate();
  }

  @Override
  public void learningRate(double rate) {
    trainer.updater.learningRate(rate);
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public Map<String, INDArray> predict(Map<String, INDArray> inputs) {
    return trainer.predict(inputs);
  }

  @Override
  public Map<String, Double> evaluate(SampleArrays samples) {
    return trainer.evaluate(samples.arrays());
  }

  @Override
  public Map<String, INDArray> weights() {
    Map<String, INDArray> copies = new LinkedHashMap<>();
    forEachWeight((name, weight) -> copies.put(name, weight.dup('c')));
    return copies;
  }

  @Override
  public void setWeights(Map<String, INDArray> values) {
    forEachWeight((name, weight) -> weight.assign(requireNonNull(values.get(name), name)));
    trainer.parameters.changed();
  }

  private void forEachWeight(BiConsumer<String, INDArray> action) {
    for (Node node : trainer.graph.layers()) {
      for (WeightSpec weight : node.weights()) {
        String name = weight.name();
        action.accept(node.layer() + "/" + name, trainer.parameters.weight(node.layer(), name));
      }
    }
  }

  @Override
  public void save(Path file) {
    try {
      KerasWriter.write(file, trainer.saved());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Progress progress() {
    boolean whole = isWhole();
    List<Map<String, Double>> epochs = new ArrayList<>(history);
    if (whole) {
      epochs.add(logs());
    }
    return new Progress(
        trainer.seed,
        whole ? epoch + 1 : epoch,
        whole ? 0 : step,
        epochsBefore,
        trainer.updater.state(),
        epochs,
        states());
  }

  private Map<String, Callback.State> states() {
    Map<String, Callback.State> states = new LinkedHashMap<>();
    for (int i = 0; i < callbacks.size(); i++) {
      states.put(key(i), callbacks.get(i).state());
    }
    return states;
  }

  private String key(int index) {
    return index + " " + callbacks.get(index).getClass().getSimpleName();
  }

  @Override
  public void resume(Progress progress) {
    trainer.updater.restore(progress.optimizer());
    trainer.seed = progress.seed();
    trainer.epochsDone = progress.epochsDone();
    epochsBefore = progress.epochsDone();
    epoch = progress.epoch();
    step = progress.step();
    history.clear();
    history.addAll(progress.history());
    for (int i = 0; i < callbacks.size(); i++) {
      Callback.State state = progress.callbacks().get(key(i));
      if (state != null) {
        callbacks.get(i).restore(state);
      }
    }
    resumed = true;
  }
}
