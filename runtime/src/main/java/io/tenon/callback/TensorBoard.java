package io.tenon.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes logs that TensorBoard shows, as {@code keras.callbacks.TensorBoard}: the curves of what is
 * measured, in {@code train} and {@code validation}, the graph, and histograms of the weights.
 * {@code tensorboard --logdir FOLDER} opens them.
 */
public final class TensorBoard implements Callback {
  private static final String VALIDATION = "val_";

  private final Path folder;
  private int histogramFrequency;
  private boolean writeGraph = true;
  private int updateEverySteps;
  private @Nullable EventFile train;
  private @Nullable EventFile validation;

  /** Writes to a folder, which is made if it does not exist. */
  public TensorBoard(Path folder) {
    this.folder = folder;
  }

  /** Every how many epochs to write histograms of the weights. Default 0, never. */
  public TensorBoard histogramFrequency(int epochs) {
    this.histogramFrequency = Check.notNegative("histogramFrequency", epochs);
    return this;
  }

  /** Whether to write the graph. Default true. */
  public TensorBoard writeGraph(boolean write) {
    this.writeGraph = write;
    return this;
  }

  /** Every how many steps to write {@code batch_loss} and so on. Default 0, never. */
  public TensorBoard updateEverySteps(int steps) {
    this.updateEverySteps = Check.notNegative("updateEverySteps", steps);
    return this;
  }

  @Override
  public void onTrainBegin(Training training) {
    try {
      EventFile file = new EventFile(folder.resolve("train"));
      train = file;
      if (writeGraph) {
        file.write(Summaries.graph(training.graph()));
        file.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void onBatchEnd(Training training) {
    if (train != null && updateEverySteps > 0 && training.totalSteps() % updateEverySteps == 0) {
      try {
        train.write(training.totalSteps(), Summaries.scalars("batch_", training.logs()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void onEpochEnd(Training training) {
    Map<String, Double> measured = new LinkedHashMap<>();
    Map<String, Double> validated = new LinkedHashMap<>();
    training
        .logs()
        .forEach(
            (name, value) -> {
              if (name.startsWith(VALIDATION)) {
                validated.put(name.substring(VALIDATION.length()), value);
              } else {
                measured.put(name, value);
              }
            });
    measured.put("learning_rate", training.learningRate());
    try {
      write(training, measured, validated);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Training training, Map<String, Double> measured, Map<String, Double> validated)
      throws IOException {
    int epoch = training.epoch() - 1; // Keras's curves begin at 0
    if (train != null) {
      train.write(epoch, Summaries.scalars("epoch_", measured));
      if (histogramFrequency > 0 && epoch % histogramFrequency == 0) {
        train.write(epoch, Summaries.histograms(training.weights()));
      }
      train.flush();
    }
    if (!validated.isEmpty()) {
      if (validation == null) {
        validation = new EventFile(folder.resolve("validation"));
      }
      validation.write(epoch, Summaries.scalars("epoch_", validated));
      validation.flush();
    }
  }

  @Override
  public void onTrainEnd(Training training) {
    try {
      if (train != null) {
        train.close();
      }
      if (validation != null) {
        validation.close();
      }
      train = null;
      validation = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
