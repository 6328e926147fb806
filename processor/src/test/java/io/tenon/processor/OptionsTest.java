package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Options of layers that stand in class files, as those of the api do for the runtime. */
final class OptionsTest {
  private static final Path OPTIONS = Compiler.RESOURCES.resolve("options");

  private static Compilation compile(String... options) {
    Compilation layers =
        Compiler.javac().withoutProcessor().compile(Compiler.sourcesIn(OPTIONS.resolve("layers")));
    assertThat(layers.output()).isEmpty();
    return Compiler.javac()
        .with(options)
        .withStubs()
        .classPath(layers.classes())
        .compile(Compiler.sourcesIn(OPTIONS.resolve("target")));
  }

  @Test
  void writesAnOptionsClassForEachLayerAndTheFactories() throws IOException {
    Compilation compilation = compile();

    assertThat(compilation.output()).isEmpty();
    Path expected = Files.createDirectories(OPTIONS.resolve("expected"));
    for (Map.Entry<String, String> source : compilation.sources().entrySet()) {
      Golden.check(expected.resolve(Path.of(source.getKey()).getFileName()), source.getValue());
    }
    assertThat(compilation.sources())
        .containsOnlyKeys(
            "options/GRUOptions.java", "options/Layers.java", "options/SwitchOptions.java");
  }

  @Test
  void compilesWithoutWarnings() {
    Compilation compilation =
        compile("-Xlint:all,-processing", "-Werror", "-Xdoclint:all,-missing");

    assertThat(compilation.output()).isEmpty();
  }
}
