package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.graph.Graph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Typed models of files: the class that is compiled holds the graph that the file describes. */
final class FromFileTest {
  private static final Path NESTED = Compiler.RESOURCES.resolve("generated/Nested");
  @TempDir Path folder;

  private Path source(String file) throws IOException {
    Path source = folder.resolve("Sentiment.java");
    Files.writeString(
        source,
        """
        package example;

        @io.tenon.Model(from = "%s")
        interface Sentiment {}
        """
            .formatted(file));
    return source;
  }

  private static Graph graph(Compilation compilation) throws Exception {
    assertThat(compilation.output()).isEmpty();
    return compilation.graph("example.SentimentModel");
  }

  private Graph compile(String file, String folders) throws Exception {
    return graph(
        Compiler.javac().withStubs().with("-Atenon.resources=" + folders).compile(source(file)));
  }

  private static Path models() {
    Path models = Path.of(System.getProperty("tenon.golden", "../../shared/golden"), "models");
    if (!Files.isDirectory(models)) {
      String reason = "skipped: there are no models of Keras in " + models;
      System.out.println(reason);
      Assumptions.abort(reason);
    }
    return models;
  }

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(models())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".keras"))
          .map(file -> file.replace(".keras", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void allKindsOfFilesGiveTheSameGraph(String name) throws Exception {
    String models = models().toString();
    Graph graph = compile(name + ".json", models);

    assertThat(graph.name()).isEqualTo(name);
    assertThat(compile(name + ".keras", models)).isEqualTo(graph);
    assertThat(compile(name + ".h5", models)).isEqualTo(graph);
  }

  @Test
  void aFileOnTheClassPathIsFoundInThePackageOrAtTheRoot() throws Exception {
    Path resources = Files.createDirectories(folder.resolve("resources"));
    Files.copy(NESTED.resolve("nested.json"), resources.resolve("root.json"));
    Path inPackage = Files.createDirectory(resources.resolve("example"));
    Files.copy(NESTED.resolve("nested.json"), inPackage.resolve("near.json"));
    for (String name : List.of("root.json", "/root.json", "near.json", "/example/near.json")) {
      Compilation compilation =
          Compiler.javac().withStubs().classPath(resources).compile(source(name));

      assertThat(graph(compilation).name()).as(name).isEqualTo("nested");
    }
  }

  @Test
  void eclipsesCompilerMakesTheSame() throws Exception {
    Compilation ours =
        Compiler.javac()
            .withStubs()
            .with("-Atenon.resources=" + NESTED)
            .compile(source("nested.json"));
    Compilation theirs =
        Compiler.of(new EclipseCompiler())
            .withStubs()
            .with("-Atenon.resources=" + NESTED, "-17")
            .compile(source("nested.json"));

    assertThat(theirs.sources()).isEqualTo(ours.sources());
    assertThat(theirs.pictures()).hasSize(1).isEqualTo(ours.pictures());
  }

  @Test
  void aFilesModelIsALayerOfAnother() throws IOException {
    Path source = folder.resolve("Tuned.java");
    Files.writeString(
        source,
        """
        package example;

        import io.tenon.*;
        import io.tenon.layer.*;

        @Model
        interface Tuned {
          @Input("8 8 2") Image left();
          @Input("8 8 2") Image right();
          @Frozen Sentiment base();
          @Apply Vector code(Sentiment base, Image left, Image right);
          @Output @Dense(units = 3) Vector kind(Vector code);
        }
        """);

    Compilation compilation =
        Compiler.javac()
            .withStubs()
            .with("-Atenon.resources=" + NESTED)
            .compile(source("nested.json"), source);

    assertThat(compilation.output()).isEmpty();
    assertThat(compilation.sources()).containsKey("example/TunedModel.java");
  }

  @Test
  void aDeepModelDoesNotExhaustTheCompiler() throws Exception {
    StringBuilder layers = new StringBuilder();
    for (int i = 0; i < 1500; i++) {
      layers.append(
          ",{\"class_name\": \"Dense\", \"config\": {\"name\": \"d%d\", \"units\": 8}}"
              .formatted(i));
    }
    Files.writeString(
        folder.resolve("deep.json"),
        """
        {"class_name": "Sequential", "keras_version": "3.3.3", "config": {"name": "deep", "layers": [
          {"class_name": "InputLayer", "config": {"name": "x", "batch_shape": [null, 8]}}%s]}}
        """
            .formatted(layers));

    assertThat(compile("deep.json", folder.toString()).parameters()).isEqualTo(1500 * 72);
  }

  @Test
  void namesThatAreNotJavasGetUnderscores() throws Exception {
    Files.writeString(
        folder.resolve("odd.json"),
        """
        {"class_name": "Functional", "keras_version": "3.3.3", "config": {"name": "odd", "layers": [
          {"class_name": "InputLayer", "name": "the-input", "inbound_nodes": [],
           "config": {"name": "the-input", "batch_shape": [null, 4]}},
          {"class_name": "Dense", "name": "1st dense", "config": {"name": "1st dense", "units": 2},
           "inbound_nodes": [[["the-input", 0, 0, {}]]]},
          {"class_name": "Dense", "name": "class", "config": {"name": "class", "units": 2},
           "inbound_nodes": [[["1st dense", 0, 0, {}]]]}],
          "input_layers": [["the-input", 0, 0]], "output_layers": [["class", 0, 0]]}}
        """);
    Compilation compilation =
        Compiler.javac()
            .withStubs()
            .with("-Atenon.resources=" + folder)
            .compile(source("odd.json"));

    assertThat(compilation.output()).isEmpty();
    assertThat(compilation.sources().get("example/SentimentModel.java"))
        .contains("LayerView _1st_dense()", "LayerView class_()", "predict(INDArray the_input)");
    assertThat(graph(compilation).layer("1st dense").parameters()).isEqualTo(10);
  }
}
