package io.tenon.benchmarks.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The classes that the processor writes for models, kept in files: a JVM that measures how long
 * they take by themselves must not have run the processor.
 */
final class WrittenClasses {
  /** The system property that names the folder of the files. */
  static final String FOLDER = "tenon.benchmarks.written";

  private WrittenClasses() {}

  /** Runs the processor, and keeps what it writes. */
  static void write(List<TextSource> models, Path folder) throws IOException {
    for (TextSource written : new InProcessCompiler().written(models)) {
      Path file = file(folder, written.className());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, written.getCharContent(true));
    }
  }

  /** The classes of models, of the folder that the system property names. */
  static List<TextSource> of(List<TextSource> models) {
    Path folder = Path.of(System.getProperty(FOLDER));
    List<TextSource> classes = new ArrayList<>();
    for (TextSource model : models) {
      String name = model.className() + "Model";
      try {
        classes.add(new TextSource(name, Files.readString(file(folder, name))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return classes;
  }

  private static Path file(Path folder, String className) {
    return folder.resolve(className.replace('.', '/') + ".java");
  }
}
