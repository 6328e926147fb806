package io.tenon.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that javac must refuse, each with the one error that its first line names. */
final class WrongProgramsTest {
  private static final Path FOLDER = Path.of("src/test/resources/dsl/wrong");
  private static final String EXPECTED = "// error: ";

  static List<String> programs() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void isRefused(String program, @TempDir Path target) throws IOException {
    Path source = FOLDER.resolve(program);
    String first = Files.readAllLines(source).get(0);
    assertThat(first).startsWith(EXPECTED);
    List<String> errors = errors(source, target);

    assertThat(errors).hasSize(1);
    assertThat(oneLine(errors.get(0))).startsWith(first.substring(EXPECTED.length()));
  }

  private static List<String> errors(Path source, Path target) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-proc:none", "-d", target.toString(), "-cp", System.getProperty("java.class.path"));
      javac.getTask(null, files, found, options, null, files.getJavaFileObjects(source)).call();
    }
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }

  /** The symbol that is missing stands on the second line: {@code symbol: method lstm(int)}. */
  private static String oneLine(String error) {
    return error
        .replaceAll("(?:[a-z]\\w*\\.)+(?=[A-Z])", "")
        .replaceAll("\\s+symbol:\\s+", ": ")
        .replaceAll("\\s+", " ");
  }
}
