package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What javac prints, whole: one folder for each case, below one for each problem. */
final class ErrorCasesTest {
  private static final Path CASES = Compiler.RESOURCES.resolve("cases");

  static Stream<Path> cases() {
    return Compiler.foldersIn(CASES).stream()
        .flatMap(problem -> Compiler.foldersIn(problem).stream());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void javacPrints(Path folder) throws IOException {
    Compiler javac = Compiler.javac().withStubs();
    Path library = folder.resolve("library");
    if (Files.exists(library)) {
      javac.classPath(
          Compiler.javac().withoutProcessor().compile(Compiler.sourcesIn(library)).classes());
    }
    if (CASES.relativize(folder).startsWith("ModelFile")) {
      javac.with("-Atenon.resources=" + folder);
    }
    Compilation compilation =
        javac.compile(
            Compiler.sourcesIn(folder).stream().filter(file -> !file.startsWith(library)).toList());

    Golden.check(folder.resolve("expected.txt"), compilation.output());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void caseShowsTheProblemItIsFiledUnder(Path folder) throws IOException {
    String id = CASES.relativize(folder).getName(0).toString();
    String expected = Files.readString(folder.resolve("expected.txt"));

    if (!folder.endsWith("suppressed")) {
      assertThat(expected).contains("[" + id + "]");
    } else {
      assertThat(expected).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyProblemHasACase(Problem problem) {
    assertThat(CASES.resolve(problem.id())).isDirectory();
  }
}
