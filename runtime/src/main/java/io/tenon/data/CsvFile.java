package io.tenon.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A CSV file, plain or {@code .gz}, in UTF-8, with the names of its columns in the first line or
 * given.
 *
 * <pre>{@code
 * CsvFile iris = CsvFile.of(Path.of("iris.csv"));
 * INDArray sizes = iris.numbers("sepalLength", "sepalWidth");
 * INDArray species = iris.categories("species");
 * }</pre>
 *
 * <p>Each method reads the file anew. One that cannot be read is an {@link
 * java.io.UncheckedIOException}.
 */
public final class CsvFile {
  private final Path file;
  private final char separator;
  private final Optional<List<String>> columns;

  private CsvFile(Path file, char separator, Optional<List<String>> columns) {
    this.file = file;
    this.separator = separator;
    this.columns = columns;
  }

  /** A file whose values are separated by commas, with the names of its columns first. */
  public static CsvFile of(Path file) {
    return new CsvFile(file, ',', Optional.empty());
  }

  /** The same with another separator, such as a semicolon or {@code '\t'}. */
  public CsvFile separator(char separator) {
    return new CsvFile(file, separator, columns);
  }

  /** The same without names in the file: its first line is data. */
  public CsvFile columns(String... names) {
    return new CsvFile(file, separator, Optional.of(List.of(names)));
  }

  /**
   * The lines one by one, without holding more than one; empty lines are left out. A line with more
   * or fewer values than columns is a {@link DataException}, at the pass.
   */
  public Dataset<CsvRow> rows() {
    return pass -> new CsvIterator(file, separator, columns);
  }

  /**
   * Columns of numbers: (lines, columns), float32.
   *
   * @throws DataException if a column is unknown, a value no number, or the file without lines
   */
  public INDArray numbers(String... names) {
    List<float[]> rows = new ArrayList<>();
    for (CsvRow row : all()) {
      float[] values = new float[names.length];
      for (int i = 0; i < names.length; i++) {
        values[i] = (float) row.number(names[i]);
      }
      rows.add(values);
    }
    return Nd4j.createFromArray(rows.toArray(float[][]::new));
  }

  /**
   * A column of whole numbers, such as classes: (lines), int32.
   *
   * @throws DataException if the column is unknown, a value no whole number, or the file without
   *     lines
   */
  public INDArray integers(String name) {
    return Nd4j.createFromArray(all().stream().mapToInt(row -> row.integer(name)).toArray());
  }

  /**
   * A column of words as class numbers: (lines), int32; {@link #classes} names them.
   *
   * @throws DataException if the column is unknown, or the file without lines
   */
  public INDArray categories(String name) {
    List<String> classes = classes(name);
    return Nd4j.createFromArray(
        all().stream().mapToInt(row -> classes.indexOf(row.text(name))).toArray());
  }

  /**
   * The different words of a column, in alphabetical order: the place of each is its class number.
   *
   * @throws DataException if the column is unknown, or the file without lines
   */
  public List<String> classes(String name) {
    TreeSet<String> words = new TreeSet<>();
    all().forEach(row -> words.add(row.text(name)));
    return List.copyOf(words);
  }

  private List<CsvRow> all() {
    List<CsvRow> rows = rows().toList();
    if (rows.isEmpty()) {
      throw new DataException(file + " has no lines of data");
    }
    return rows;
  }
}
