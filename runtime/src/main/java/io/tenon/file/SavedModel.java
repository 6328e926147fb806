package io.tenon.file;

import io.tenon.graph.Graph;
import io.tenon.optimizer.UpdaterState;
import io.tenon.plan.Parameters;
import java.util.Optional;

/**
 * What is saved of a whole model.
 *
 * @param graph what it computes
 * @param parameters its weights
 * @param settings what it was compiled with, if it has a loss
 * @param training where its training stands, if it has begun
 */
public record SavedModel(
    Graph graph,
    Parameters parameters,
    Optional<CompileSettings> settings,
    Optional<TrainingState> training) {

  /**
   * Where a training stands.
   *
   * @param optimizer what the optimizer remembers
   * @param seed of the order of samples and of random draws
   * @param epochsDone how many epochs the model has been trained for
   */
  public record TrainingState(UpdaterState optimizer, long seed, int epochsDone) {}
}
