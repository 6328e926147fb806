package io.tenon.training;

import io.tenon.file.AtomicFile;
import io.tenon.problem.Suggestions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What was measured in each epoch of a training, by Keras's names: {@code loss}, {@code accuracy},
 * {@code val_loss} and so on. Immutable.
 */
public final class History {
  private final List<Map<String, Double>> epochs;
  private final int before;

  /**
   * A history.
   *
   * @param before how many epochs came before its first
   */
  History(List<Map<String, Double>> epochs, int before) {
    this.before = before;
    List<Map<String, Double>> copy = new ArrayList<>();
    epochs.forEach(epoch -> copy.add(Collections.unmodifiableMap(new LinkedHashMap<>(epoch))));
    this.epochs = List.copyOf(copy);
  }

  /** The number of epochs. */
  public int size() {
    return epochs.size();
  }

  /** The number of the first epoch: 1, but for a training that went on after another's epochs. */
  public int firstEpoch() {
    return before + 1;
  }

  /** What was measured, epoch by epoch. */
  public List<Map<String, Double>> epochs() {
    return epochs;
  }

  /** The names of what was measured in any epoch. */
  public List<String> names() {
    return epochs.stream().flatMap(epoch -> epoch.keySet().stream()).distinct().toList();
  }

  /**
   * One value for each epoch; NaN where an epoch has none.
   *
   * @throws IllegalArgumentException if nothing of that name was measured, with the nearest name
   */
  public List<Double> values(String name) {
    if (!names().contains(name)) {
      throw new IllegalArgumentException(
          "the history has no \"%s\". %s".formatted(name, Suggestions.hint(name, names())));
    }
    return IntStream.range(0, epochs.size()).mapToObj(i -> value(i, name)).toList();
  }

  /**
   * The value of the last epoch in which it was measured.
   *
   * @throws IllegalArgumentException if nothing of that name was measured
   */
  public double last(String name) {
    int epoch = values(name).size() - 1;
    while (!epochs.get(epoch).containsKey(name)) {
      epoch--;
    }
    return value(epoch, name);
  }

  /**
   * All values as CSV: a line of names, {@code epoch} first, and a line for each epoch, counted
   * from {@link #firstEpoch}. What was not measured in an epoch, or is NaN, is left empty.
   */
  public String toCsv() {
    StringBuilder text = new StringBuilder("epoch");
    names().forEach(name -> text.append(',').append(name));
    text.append('\n');
    for (int i = 0; i < epochs.size(); i++) {
      text.append(firstEpoch() + i);
      for (String name : names()) {
        double value = value(i, name);
        text.append(',').append(Double.isNaN(value) ? "" : Double.toString(value));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /**
   * Writes {@link #toCsv} to a file, whole or not at all.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void writeCsv(Path file) {
    byte[] text = toCsv().getBytes(StandardCharsets.UTF_8);
    try {
      AtomicFile.write(file, out -> out.write(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Draws the curves to a file: a chart for each value, in which that of validation stands beside
   * that of training.
   *
   * <pre>{@code
   * model.fit(samples, fit -> fit.epochs(30).validationSplit(0.1)).plot(Path.of("curves.png"));
   * }</pre>
   *
   * @param file ends in {@code .png} or {@code .svg}
   * @throws IllegalArgumentException if it ends in something else
   * @throws IllegalStateException if there is no epoch to draw
   * @throws UncheckedIOException if it cannot be written
   */
  public void plot(Path file) {
    try {
      new HistoryChart(this).write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double value(int epoch, String name) {
    return epochs.get(epoch).getOrDefault(name, Double.NaN);
  }

  /** A line for each epoch. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < epochs.size(); i++) {
      lines.add(EpochLine.of(firstEpoch() + i, before + epochs.size(), epochs.get(i)));
    }
    return String.join("\n", lines);
  }
}
