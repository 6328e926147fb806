package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the processor writes, whole: a folder for each model, with what is made of it. */
final class GeneratedSourcesTest {
  private static final Path GENERATED = Compiler.RESOURCES.resolve("generated");

  static List<Path> models() {
    return Compiler.foldersIn(GENERATED);
  }

  @ParameterizedTest
  @MethodSource("models")
  void writes(Path folder) throws IOException {
    Compilation compilation =
        Compiler.javac().withStubs().withResourcesOf(folder).compile(models(folder));

    assertThat(compilation.output()).isEmpty();
    for (Map.Entry<String, String> source : compilation.sources().entrySet()) {
      Path file = Path.of(source.getKey()).getFileName();
      Golden.check(folder.resolve(file), source.getValue());
    }
    for (Map.Entry<String, String> picture : compilation.pictures().entrySet()) {
      Path file = Path.of(picture.getKey()).getFileName();
      Golden.check(folder.resolve("doc-files").resolve(file), picture.getValue());
    }
    assertThat(compilation.sources()).isNotEmpty();
    assertThat(compilation.pictures()).hasSameSizeAs(compilation.sources());
  }

  /** Not through the processor: javac is stricter with files that it is given. */
  @ParameterizedTest
  @MethodSource("models")
  void compilesWithoutWarnings(Path folder) {
    Compilation compilation =
        Compiler.javac()
            .withStubs()
            .withoutProcessor()
            .with("-Xlint:all", "-Werror", "-Xdoclint:all,-missing", "-Xdoclint/package:-")
            .compile(Compiler.sourcesIn(folder));

    assertThat(compilation.output()).isEmpty();
  }

  private static List<Path> models(Path folder) {
    return Compiler.sourcesIn(folder).stream()
        .filter(file -> !file.toString().endsWith("Model.java"))
        .toList();
  }
}
