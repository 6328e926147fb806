package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that come in the jar of a library, compiled before and without their sources. */
final class LibraryTest {
  private static final String ENCODER =
      """
      package library;

      import io.tenon.*;
      import io.tenon.layer.*;

      @Model
      public interface Encoder {
        @Input("28 28 1") Image left();
        @Input("28 28 1") Image right();
        @Subtract Image difference(Image right, Image left);
        @Flatten Vector flat(Image difference);
        @Output @Dense(units = 16) Vector code(Vector flat);
      }
      """;
  private static final String USER =
      """
      import io.tenon.*;
      import io.tenon.layer.*;

      @Model
      interface User {
        @Input("28 28 1") Image first();
        @Input("28 28 1") Image second();
        library.Encoder encoder();
        @Apply Vector there(library.Encoder encoder, Image first, Image second);
        @Apply Vector back(library.Encoder encoder, Image second, Image first);
        @Output @Concatenate Vector both(Vector there, Vector back);
      }
      """;
  private static final String EXTENDING =
      """
      import io.tenon.*;
      import io.tenon.layer.*;

      @Model
      interface Extending extends library.Encoder {
        @Override @Dense(units = 8) Vector code(Vector flat);
        @Output @Dense(units = 1) Vector score(Vector code);
      }
      """;

  private static Path jar(Path folder) throws IOException {
    Compilation library =
        Compiler.javac()
            .withStubs()
            .compile(Files.writeString(folder.resolve("Encoder.java"), ENCODER));
    assertThat(library.output()).isEmpty();
    Path jar = folder.resolve("library.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        Stream<Path> classes = Files.walk(library.classes())) {
      for (Path each : classes.filter(Files::isRegularFile).sorted().toList()) {
        entries.putNextEntry(
            new JarEntry(library.classes().relativize(each).toString().replace('\\', '/')));
        Files.copy(each, entries);
      }
    }
    return jar;
  }

  private static Compilation compile(Path folder, String name, String source) throws IOException {
    return Compiler.javac()
        .withStubs()
        .with("-Xlint:all,-processing,-path", "-Werror")
        .classPath(jar(folder))
        .compile(List.of(Files.writeString(folder.resolve(name + ".java"), source)));
  }

  @Test
  void isUsedAsALayer(@TempDir Path folder) throws IOException {
    Compilation user = compile(folder, "User", USER);

    assertThat(user.output()).isEmpty();
    assertThat(user.sources().get("UserModel.java"))
        .contains(".model(\"encoder\", EncoderModel.graph())")
        .contains("public LayerView encoderCode()")
        .containsPattern("total +12,560");
  }

  @Test
  void isExtended(@TempDir Path folder) throws IOException {
    Compilation extending = compile(folder, "Extending", EXTENDING);

    assertThat(extending.output()).isEmpty();
    assertThat(extending.sources().get("ExtendingModel.java"))
        .contains(".layer(\"difference\", subtract(), \"right\", \"left\")")
        .contains(".layer(\"code\", dense(8), \"flat\")");
  }

  @Test
  void isToldWhatDoesNotFit(@TempDir Path folder) throws IOException {
    Compilation user =
        compile(folder, "User", USER.replace("28 28 1\") Image second", "32 28 1\") Image second"));

    assertThat(user.output())
        .contains(
            "error: [ShapeMismatch] User.there: Encoder.right is an Image of shape 28 x 28 x 1")
        .contains(
            "error: [ShapeMismatch] User.back: Encoder.left is an Image of shape 28 x 28 x 1");
  }
}
