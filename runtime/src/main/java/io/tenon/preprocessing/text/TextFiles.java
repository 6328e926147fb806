package io.tenon.preprocessing.text;

import io.tenon.data.DataException;
import io.tenon.preprocessing.ClassFolders;
import io.tenon.preprocessing.UnreadableFileException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Texts in files. All are UTF-8, with or without a byte order mark. */
public final class TextFiles {
  private static final int BUFFER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private TextFiles() {}

  /**
   * The lines of a file, read as they are asked for; close it if not all are.
   *
   * @throws UnreadableFileException if it cannot be opened; from the stream, if it cannot be read
   *     further or is not UTF-8, with the line
   */
  public static Stream<String> lines(Path file) {
    BufferedReader reader = open(file);
    return StreamSupport.stream(new Lines(file, reader), false)
        .onClose(
            () -> {
              try {
                reader.close();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /**
   * The whole of a file, lines ending in \n.
   *
   * @throws UnreadableFileException if it cannot be read or is not UTF-8
   */
  public static String read(Path file) {
    try (Stream<String> lines = lines(file)) {
      return lines.collect(Collectors.joining("\n"));
    }
  }

  /**
   * Texts in a folder of folders, each of these a class and each file in it, however deep, a text.
   * Classes come in the order of their names, and so do the texts of each.
   *
   * @throws DataException if there is no such folder, it has no folders, or these have no files
   * @throws UnreadableFileException if a file cannot be read or is not UTF-8
   */
  public static LabeledTexts fromDirectory(Path folder) {
    ClassFolders classes = ClassFolders.of(folder, file -> true);
    List<String> texts = new ArrayList<>();
    for (Path file : classes.files()) {
      texts.add(read(file));
    }
    return new LabeledTexts(texts, classes.labels(), classes.names());
  }

  private static BufferedReader open(Path file) {
    try {
      // The decoder is given, since one made from a character set replaces what it cannot read.
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()),
              BUFFER);
      skipByteOrderMark(file, reader);
      return reader;
    } catch (IOException e) {
      throw Utf8Fault.explain(file, e);
    }
  }

  private static void skipByteOrderMark(Path file, BufferedReader reader) throws IOException {
    reader.mark(1);
    try {
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
    } catch (IOException e) {
      reader.close();
      throw Utf8Fault.explain(file, e);
    }
  }

  /** Lines of a reader; what goes wrong names the file. */
  private static final class Lines extends Spliterators.AbstractSpliterator<String> {
    private final Path file;
    private final BufferedReader reader;
    private boolean isEnded;

    Lines(Path file, BufferedReader reader) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.file = file;
      this.reader = reader;
    }

    @Override
    public boolean tryAdvance(Consumer<? super String> action) {
      if (isEnded) {
        return false;
      }
      try {
        String line = reader.readLine();
        if (line == null) {
          isEnded = true;
          reader.close();
          return false;
        }
        action.accept(line);
        return true;
      } catch (IOException e) {
        throw Utf8Fault.explain(file, e);
      }
    }
  }
}
