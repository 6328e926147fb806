package io.tenon.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes what is measured to a CSV file, a line for each epoch, as {@code
 * keras.callbacks.CSVLogger}: the epoch, counted from 0 as in Keras, then the values by name in
 * alphabetical order.
 */
public final class CSVLogger implements Callback {
  private final Path file;
  private String separator = ",";
  private boolean append;
  private boolean continues;
  private boolean begun;
  private List<String> columns = List.of();

  /** Writes to a file, in place of what it held. */
  public CSVLogger(Path file) {
    this.file = file;
  }

  /** What stands between values. Default a comma. */
  public CSVLogger separator(String separator) {
    this.separator = separator;
    return this;
  }

  /** Whether lines are added to what the file holds. Default false. */
  public CSVLogger append(boolean append) {
    this.append = append;
    return this;
  }

  @Override
  public void onTrainBegin(Training training) {
    columns = List.of();
    continues = append;
    begun = false;
  }

  /** A training that goes on after a crash adds to what it wrote before. */
  @Override
  public void restore(State state) {
    continues = true;
  }

  private void begin() throws IOException {
    begun = true;
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (continues && Files.exists(file) && Files.size(file) > 0) {
      try (Stream<String> lines = Files.lines(file)) {
        List<String> header = List.of(lines.findFirst().orElse("").split(Pattern.quote(separator)));
        columns = header.subList(1, header.size());
      }
    } else {
      Files.writeString(file, "");
    }
  }

  @Override
  public void onEpochEnd(Training training) {
    try {
      if (!begun) {
        begin();
      }
      write(training);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Training training) throws IOException {
    Map<String, Double> logs = new TreeMap<>(training.logs());
    StringBuilder text = new StringBuilder();
    if (columns.isEmpty()) {
      Set<String> names = new TreeSet<>(logs.keySet());
      names.addAll(training.names()); // validation may begin with a later epoch
      columns = List.copyOf(names);
      text.append("epoch").append(separator).append(String.join(separator, columns)).append('\n');
    }
    List<String> values = new ArrayList<>();
    values.add(Integer.toString(training.epoch() - 1));
    for (String column : columns) {
      Double value = logs.get(column);
      values.add(value == null ? "NA" : value.toString());
    }
    text.append(String.join(separator, values)).append('\n');
    Files.writeString(file, text.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
