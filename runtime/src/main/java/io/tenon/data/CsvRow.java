package io.tenon.data;

import io.tenon.problem.Suggestions;
import java.nio.file.Path;
import java.util.List;

/**
 * A line of a CSV file, read by column.
 *
 * @param file the file
 * @param line the line's number, counted from 1
 * @param columns the names of the columns
 * @param values the values, as many
 */
public record CsvRow(Path file, long line, List<String> columns, List<String> values) {
  /**
   * A value as it stands.
   *
   * @throws DataException if there is no such column
   */
  public String text(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new DataException(
          "%s has no column \"%s\". %s".formatted(file, column, Suggestions.hint(column, columns)));
    }
    return values.get(index);
  }

  /**
   * A value as a number.
   *
   * @throws DataException if there is no such column, or its value is no number
   */
  public double number(String column) {
    String text = text(column).strip();
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new DataException(
          "%s, line %d: %s must be a number, found \"%s\"".formatted(file, line, column, text));
    }
  }

  /**
   * A value as a whole number.
   *
   * @throws DataException if there is no such column, or its value is no whole number
   */
  public int integer(String column) {
    double number = number(column);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw new DataException(
          "%s, line %d: %s must be a whole number, found \"%s\""
              .formatted(file, line, column, text(column).strip()));
    }
    return (int) number;
  }
}
