package io.tenon.network;

import io.tenon.file.CompileSettings;
import io.tenon.file.KerasFile;
import io.tenon.file.KerasFormat;
import io.tenon.file.KerasJson;
import io.tenon.file.KerasWriter;
import io.tenon.file.LoadReport;
import io.tenon.file.SavedModel;
import io.tenon.file.WeightOption;
import io.tenon.file.WeightUpdate;
import io.tenon.graph.Graph;
import io.tenon.graph.SummaryTable;
import io.tenon.picture.GraphPicture;
import io.tenon.plan.Parameters;
import io.tenon.plot.ModelPicture;
import io.tenon.source.InterfaceSource;
import io.tenon.training.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What a {@link Network} writes to files and takes from them. */
public abstract sealed class Storable extends Trainable permits Network {
  Storable() {}

  /** What it computes. */
  public abstract Graph graph();

  abstract Parameters parameters();

  /** What it was compiled with, if it has a loss. */
  abstract Optional<CompileSettings> settings();

  /** The architecture without weights, as Keras's {@code model.to_json()} writes it. */
  public final String toJson() {
    return KerasJson.write(graph());
  }

  /** The model in the language of Graphviz. */
  public final String toDot() {
    return GraphPicture.toDot(graph());
  }

  /** The model as Mermaid text, which GitHub draws in a README. */
  public final String toMermaid() {
    return GraphPicture.toMermaid(graph());
  }

  /**
   * Draws the model: as {@code .svg} or {@code .png}, or as text {@code .dot} for Graphviz or
   * {@code .mmd} for Mermaid.
   *
   * @throws IllegalArgumentException if the file's name ends in none of them
   * @throws UncheckedIOException if it cannot be written; a file that was there stays
   */
  public final void plotModel(Path file) {
    try {
      ModelPicture.write(graph(), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A table of the tensors: rank, shape, layer and number of parameters. */
  public final String summary() {
    return new SummaryTable(graph()).text();
  }

  /**
   * The annotated interface that would declare this model, with its imports, to be pasted below the
   * package of a file. Models used as layers follow with interfaces of their own; the body of a
   * {@code @Lambda} is left to be written again.
   *
   * @param name the name of the interface
   * @throws IllegalArgumentException if the name is no Java identifier, or a layer has no
   *     annotation
   */
  public final String toInterface(String name) {
    return new InterfaceSource(graph()).text(name);
  }

  /**
   * Sets the weights to those of a file of Keras's, which must be of the same layers: {@code
   * .weights.h5}, {@code .h5} or {@code .keras}. All are read and checked before the first is set.
   *
   * @return which layers were set
   * @throws io.tenon.keras.KerasFormatException if the file holds no weights, is damaged, or its
   *     layers are others; the network is then as it was
   * @throws UncheckedIOException if the file cannot be read
   */
  public final LoadReport loadWeights(Path path) {
    return loadWeights(path, new WeightOption[0]);
  }

  /**
   * Sets the weights to those of a file of Keras's, as far as they fit: for transfer learning.
   *
   * <pre>{@code
   * network.loadWeights(path, WeightOption.BY_NAME, WeightOption.SKIP_MISMATCH);
   * }</pre>
   *
   * @return which layers were set, which were not and why, and what the file has besides
   * @throws io.tenon.keras.KerasFormatException if the file holds no weights or is damaged, or an
   *     option does not allow for what differs; the network is then as it was
   * @throws UncheckedIOException if the file cannot be read
   */
  public final LoadReport loadWeights(Path path, WeightOption... options) {
    try (KerasFile file = KerasFile.open(path)) {
      return file.weights(graph(), Set.of(options)).apply(parameters());
    }
  }

  /**
   * Writes the whole model, as Keras does: architecture, weights and, if it has a loss, what it was
   * compiled with and where its training stands, so that it goes on in Java or Python. A file comes
   * to be whole or not at all.
   *
   * @param file {@code .keras}, or {@code .h5} as Keras 2 has it
   * @throws IllegalArgumentException if the name ends otherwise
   * @throws UncheckedIOException if it cannot be written; a file that was there stays
   */
  public final synchronized void save(Path file) {
    switch (KerasFormat.of(file)) {
      case KERAS, H5 -> write(() -> KerasWriter.write(file, saved()));
      default ->
          throw new IllegalArgumentException(
              "%s: a whole model goes to .keras or .h5; saveWeights() writes weights alone"
                  .formatted(file));
    }
  }

  /**
   * Writes the weights alone, as Keras does.
   *
   * @param file {@code .weights.h5} as Keras 3 has it, with what the optimizer remembers beside
   *     them, or any other {@code .h5} as Keras 2 has it
   * @throws IllegalArgumentException if the name ends otherwise
   * @throws UncheckedIOException if it cannot be written; a file that was there stays
   */
  public final synchronized void saveWeights(Path file) {
    write(() -> KerasWriter.writeWeights(file, saved()));
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SavedModel saved() {
    Trainer trainer = startedTrainer();
    return trainer == null
        ? new SavedModel(graph(), parameters(), settings(), Optional.empty())
        : trainer.saved();
  }

  final void restore(WeightUpdate weights) {
    weights.apply(parameters());
  }

  /** Goes on where the training stood that a file tells of. */
  final void restoreTraining(KerasFile file) {
    Optional<CompileSettings> settings = settings();
    if (settings.isPresent() && file.hasTraining()) {
      SavedModel.TrainingState fresh = trainer().saved().training().orElseThrow();
      file.training(graph(), parameters(), settings.get().optimizer().orElseThrow(), fresh)
          .ifPresent(trainer()::restore);
    }
  }
}
