package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model in a class file holds no parameter names; its generated class records them. */
final class InheritedModelTest {
  private static final String BASE =
      """
      package base;

      import io.tenon.*;
      import io.tenon.layer.*;

      @Model
      public interface Base {
        @Input("4") Vector left();
        @Input("5") Vector right();
        @Output @Concatenate Vector both(Vector right, Vector left);
      }
      """;
  private static final String DERIVED =
      """
      import io.tenon.*;
      import io.tenon.layer.*;

      @Model
      interface Derived extends base.Base {
        @Output @Dense(units = 2) Vector result(Vector both);
      }
      """;

  @Test
  void wiringOfAClassFileIsRead(@TempDir Path folder) throws IOException {
    Compilation base =
        Compiler.javac().withStubs().compile(Files.writeString(folder.resolve("Base.java"), BASE));

    Compilation derived =
        Compiler.javac()
            .withStubs()
            .classPath(base.classes())
            .compile(Files.writeString(folder.resolve("Derived.java"), DERIVED));

    assertThat(derived.output()).isEmpty();
    assertThat(derived.sources().get("DerivedModel.java"))
        .contains(".layer(\"both\", concatenate(), \"right\", \"left\")");
  }
}
