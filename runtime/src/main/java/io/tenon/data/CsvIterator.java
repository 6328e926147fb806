package io.tenon.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The lines of a CSV file. */
final class CsvIterator extends Lookahead<CsvRow> {
  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private final Path file;
  private final MappingIterator<String[]> lines;
  private final List<String> columns;

  CsvIterator(Path file, char separator, Optional<List<String>> columns) {
    this.file = file;
    try {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(PackedFile.open(file), StandardCharsets.UTF_8));
      CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
      this.lines = MAPPER.readerFor(String[].class).with(schema).readValues(reader);
      this.columns = columns.isPresent() ? columns.get() : header();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> header() {
    if (!lines.hasNext()) {
      throw new DataException(file + " is empty; its first line must name the columns");
    }
    String[] names = lines.next();
    for (int i = 0; i < names.length; i++) {
      names[i] = names[i].strip();
    }
    if (names[0].startsWith("\uFEFF")) {
      names[0] = names[0].substring(1); // the mark that some programs begin files with
    }
    return List.of(names);
  }

  @Override
  Optional<CsvRow> find() {
    try {
      if (!lines.hasNextValue()) {
        return Optional.empty();
      }
      String[] values = lines.nextValue();
      long line = lines.getParser().currentTokenLocation().getLineNr();
      if (values.length != columns.size()) {
        throw new DataException(
            "%s, line %d: expected %d values, one for each of %s, found %d"
                .formatted(file, line, columns.size(), String.join(", ", columns), values.length));
      }
      return Optional.of(new CsvRow(file, line, columns, List.of(values)));
    } catch (JsonProcessingException | RuntimeJsonMappingException e) {
      throw new DataException("%s cannot be read: %s".formatted(file, e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
