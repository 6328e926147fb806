package io.tenon.callback;

import io.tenon.data.SampleArrays;
import io.tenon.graph.Graph;
import io.tenon.optimizer.UpdaterState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A training that runs: what a callback sees of it and can do to it. */
public interface Training {
  /** The model. */
  Graph graph();

  /** The epoch, counted from 1; 0 before the first. */
  int epoch();

  /** How many epochs are asked for. */
  int epochs();

  /** How many steps of the epoch are done. */
  int step();

  /** How many steps have changed the weights, over all trainings of the model. */
  long totalSteps();

  /**
   * What has been measured, by Keras's names: after a step, the means over the epoch so far; after
   * an epoch, also {@code val_loss} and so on.
   */
  Map<String, Double> logs();

  /** What {@link #logs} will hold after each epoch, or each that is validated. */
  List<String> names();

  /** Adds a value to the logs of this epoch, and so to the history. */
  void log(String name, double value);

  /** The learning rate of the next step. */
  double learningRate();

  /**
   * Sets the learning rate of the steps to come.
   *
   * @throws IllegalStateException if the optimizer's schedule sets it
   */
  void learningRate(double rate);

  /** Ends the training after this step, or this epoch if it is at its end; from any thread. */
  void stop();

  /** Whether it ends since its thread was interrupted, or the model was told to stop training. */
  boolean isCancelled();

  /**
   * What the model makes of arrays as it is now.
   *
   * @param inputs by the names of the model's inputs, (samples, the input's shape)
   * @return by the names of its outputs, (samples, the output's shape)
   * @throws io.tenon.data.DataException if an array is missing, unknown or does not fit
   */
  Map<String, INDArray> predict(Map<String, INDArray> inputs);

  /**
   * What the model scores as it is now, under Keras's names.
   *
   * @throws io.tenon.data.DataException if the samples do not fit
   */
  Map<String, Double> evaluate(SampleArrays samples);

  /** Copies of all weights, by layer and weight, such as {@code hidden/kernel}. */
  Map<String, INDArray> weights();

  /**
   * Sets all weights.
   *
   * @param values what {@link #weights} gave
   */
  void setWeights(Map<String, INDArray> values);

  /** Writes the model to a file, whole or not at all. */
  void save(Path file);

  /** Where the training stands, but for the weights: enough to go on as if never interrupted. */
  Progress progress();

  /** Goes on from where a training stood; for {@link Callback#onTrainBegin} alone. */
  void resume(Progress progress);

  /**
   * Where a training stands.
   *
   * @param seed of the order of samples and of random draws
   * @param epoch the epoch to go on with, counted from 1
   * @param step how many steps of that epoch are done
   * @param epochsDone how many epochs the model has been trained for before this training
   * @param optimizer what the optimizer remembers
   * @param history what was measured in each epoch so far
   * @param callbacks what each callback remembers, by its place and class
   */
  record Progress(
      long seed,
      int epoch,
      int step,
      int epochsDone,
      UpdaterState optimizer,
      List<Map<String, Double>> history,
      Map<String, Callback.State> callbacks) {}
}
