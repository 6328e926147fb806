package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What javac says itself is left to it: the processor adds nothing and does not fail. */
final class JavacErrorsTest {
  private static Compilation compile(Path folder, String body) throws IOException {
    String source =
        """
        import io.tenon.*;
        import io.tenon.layer.*;

        @Model
        interface Broken {
          @Input("784") Vector pixels();
        %s
        }
        """
            .formatted(body);
    return Compiler.javac()
        .withStubs()
        .compile(Files.writeString(folder.resolve("Broken.java"), source));
  }

  private static void assertOnlyErrors(Compilation compilation, String... errors) {
    assertThat(compilation.output().lines().filter(line -> line.contains("error:")))
        .hasSize(errors.length)
        .allSatisfy(line -> assertThat(line).containsAnyOf(errors));
  }

  @Test
  void aMissingMember(@TempDir Path folder) throws IOException {
    assertOnlyErrors(
        compile(folder, "@Output @Dense Vector hidden(Vector pixels);"),
        "missing a default value for the element 'units'");
  }

  @Test
  void aMissingNameOfTheTensorRead(@TempDir Path folder) throws IOException {
    assertOnlyErrors(
        compile(folder, "@Output @Dense(units = 2) Vector hidden(@From Vector pixels);"),
        "missing a default value for the element 'value'");
  }

  @Test
  void aConstantThatDoesNotExist(@TempDir Path folder) throws IOException {
    assertOnlyErrors(
        compile(folder, "@Output @Dense(units = WIDTH) Vector hidden(Vector pixels);"),
        "cannot find symbol");
  }

  @Test
  void aTypeThatDoesNotExist(@TempDir Path folder) throws IOException {
    assertOnlyErrors(
        compile(folder, "@Output @Dense(units = 2) Vektor hidden(Vector pixels);"),
        "cannot find symbol");
  }
}
