package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models with unusual names, types and places: both compilers take them and what is generated. */
final class AcceptedModelsTest {
  static List<Path> accepted() {
    return Compiler.foldersIn(Compiler.RESOURCES.resolve("accepted"));
  }

  static List<Path> models() {
    return Compiler.foldersIn(Compiler.RESOURCES.resolve("generated"));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void javacCompilesWithoutWarnings(Path folder) {
    Compilation compilation =
        Compiler.javac()
            .withStubs()
            .with("-Xlint:all,-processing", "-Werror", "-Xdoclint:all,-missing")
            .compile(Compiler.sourcesIn(folder));

    assertThat(compilation.output()).isEmpty();
    assertThat(compilation.sources()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource({"accepted", "models"})
  void eclipseCompilesAndWritesTheSame(Path folder) {
    List<Path> sources =
        Compiler.sourcesIn(folder).stream()
            .filter(file -> !file.toString().endsWith("Model.java"))
            .toList();
    Compilation compilation =
        Compiler.of(new EclipseCompiler())
            .withStubs()
            .withResourcesOf(folder)
            .with("-17", "-nowarn")
            .compile(sources);

    assertThat(compilation.output()).isEmpty();
    Compilation javac = Compiler.javac().withStubs().withResourcesOf(folder).compile(sources);
    assertThat(compilation.sources()).hasSameSizeAs(javac.sources()).isEqualTo(javac.sources());
  }
}
