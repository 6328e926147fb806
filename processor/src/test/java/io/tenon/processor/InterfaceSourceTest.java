package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tenon.ActivationFunction;
import io.tenon.Constraint;
import io.tenon.DataType;
import io.tenon.Initializer;
import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.Regularizer;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;
import io.tenon.layer.Embedding;
import io.tenon.source.GraphDifferences;
import io.tenon.source.InterfaceSource;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A graph printed as an interface and compiled again is the same graph. */
final class InterfaceSourceTest {
  private static final Path GENERATED = Compiler.RESOURCES.resolve("generated");
  private static final Path GALLERY =
      Path.of("../examples/src/main/java/io/tenon/examples/gallery");

  private static Compilation compiledGallery;

  @TempDir Path folder;

  /** The graph that a generated class holds. */
  private static Graph graph(Compilation compilation, String model) throws Exception {
    assertThat(compilation.output()).isEmpty();
    URL[] path = {url(compilation.classes()), url(Compiler.stubs())};
    try (URLClassLoader loader = new URLClassLoader(path, Graph.class.getClassLoader())) {
      Method graph = loader.loadClass(model + "Model").getDeclaredMethod("graph");
      graph.setAccessible(true);
      return (Graph) graph.invoke(null);
    }
  }

  private static URL url(Path folder) throws MalformedURLException {
    return folder.toUri().toURL();
  }

  private Graph printedAndCompiled(Graph graph) throws Exception {
    String source = new InterfaceSource(graph).text(graph.name());
    Path file = Files.writeString(folder.resolve(graph.name() + ".java"), source);
    return graph(Compiler.javac().withStubs().compile(file), graph.name());
  }

  static Stream<Path> models() {
    return Compiler.foldersIn(GENERATED).stream();
  }

  private static Graph declared(Path model) throws Exception {
    List<Path> sources =
        Compiler.sourcesIn(model).stream()
            .filter(file -> !file.toString().endsWith("Model.java"))
            .toList();
    return graph(
        Compiler.javac().withStubs().withResourcesOf(model).compile(sources),
        "example." + model.getFileName());
  }

  /** But for a file's, in which a layer is called as the tensor that it gives. */
  static Stream<Path> namedByMethods() {
    return models().filter(model -> !model.endsWith("Nested"));
  }

  @ParameterizedTest
  @MethodSource("namedByMethods")
  void declaresTheSameGraph(Path model) throws Exception {
    Graph declared = declared(model);

    assertThat(printedAndCompiled(declared)).isEqualTo(declared);
  }

  /** Two methods need two names: the model that is used as a layer gets another one. */
  @Test
  void declaresTheSameTensorsWhereALayerIsNamedAsOne() throws Exception {
    Graph declared = declared(GENERATED.resolve("Nested"));

    assertThat(printedAndCompiled(declared).nodes())
        .extracting(Node::name, Node::spec, Node::inputs, Node::type)
        .containsExactlyElementsOf(
            declared.nodes().stream()
                .map(node -> tuple(node.name(), node.spec(), node.inputs(), node.type()))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("models")
  void printsWhatAPersonWouldWrite(Path model) throws Exception {
    Path expected =
        Files.createDirectories(Compiler.RESOURCES.resolve("interfaces"))
            .resolve(model.getFileName() + ".java");

    Golden.check(expected, new InterfaceSource(declared(model)).text(model.getFileName() + ""));
  }

  /** All but the one whose function needs more of ND4J than its stand-in here has. */
  static Stream<String> gallery() {
    return Stream.of(
        "Autoencoder",
        "ConvolutionalDigits",
        "DenseDigits",
        "LstmSentiment",
        "QuestionAnswering",
        "TextConvolutions",
        "TextTransformer",
        "ToyResNet",
        "UNet");
  }

  @BeforeAll
  static void compileTheGallery() {
    compiledGallery =
        Compiler.javac()
            .withStubs()
            .compile(
                Compiler.sourcesIn(GALLERY).stream()
                    .filter(file -> !file.endsWith("SiameseDigits.java"))
                    .toList());
  }

  @ParameterizedTest
  @MethodSource("gallery")
  void declaresTheModelsOfTheGallery(String name) throws Exception {
    Graph declared = graph(compiledGallery, "io.tenon.examples.gallery." + name);

    assertThat(printedAndCompiled(declared)).isEqualTo(declared);
  }

  @Test
  void declaresWhatIsSeldomWritten() throws Exception {
    Graph inner =
        Graph.builder("Inner")
            .input("first", "time 4")
            .layer("steps", new Dropout.Spec(0.5, List.of(-1, 1, -1)), "first")
            .layer("code", dense(3), "steps")
            .output("code")
            .output("steps")
            .build();
    Graph middle =
        Graph.builder("Middle")
            .input("given", "time 4")
            .model("inner", inner)
            .applyOutput("codes", "inner", "code", "given")
            .applyOutput("lessSteps", "inner", "steps", "given")
            .layer("both", new Concatenate.Spec(-1), "codes", "lessSteps")
            .output("both")
            .build();
    Graph graph =
        Graph.builder("Outer")
            .input("numbers", "5 4", DataType.INT32)
            .input("other", "5 4")
            .layer("doubled", new Concatenate.Spec(1), "other", "other")
            .model("middle", middle)
            .freeze("middle", "last")
            .apply("seen", "middle", "doubled")
            .apply("seenToo", "middle", "other")
            .layer("looked", embedding(), "numbers")
            .layer("last", dense(20_000), "seen")
            .output("last", Loss.MEAN_SQUARED_ERROR, 0.25, Metric.MEAN_ABSOLUTE_ERROR)
            .output("seenToo")
            .output("looked")
            .build();

    Graph again = printedAndCompiled(graph);
    assertThat(GraphDifferences.between(graph, again)).isEmpty();
    assertThat(again).isEqualTo(graph);
    Golden.check(
        Compiler.RESOURCES.resolve("interfaces/Outer.java"),
        new InterfaceSource(graph).text("Outer"));
  }

  private static Embedding.Spec embedding() {
    return new Embedding.Spec(
        12_000,
        3,
        Initializer.Spec.of(Initializer.Kind.RANDOM_UNIFORM),
        Regularizer.Spec.NONE,
        Regularizer.Spec.NONE,
        Constraint.Spec.of(Constraint.Kind.NONE),
        false);
  }

  private static Dense.Spec dense(int units) {
    return new Dense.Spec(
        units,
        ActivationFunction.LINEAR,
        true,
        Initializer.Spec.of(Initializer.Kind.RANDOM_NORMAL).withStddev(1e-3),
        Initializer.Spec.of(Initializer.Kind.ZEROS),
        Regularizer.Spec.NONE,
        Regularizer.Spec.NONE,
        Regularizer.Spec.NONE,
        Constraint.Spec.of(Constraint.Kind.NONE),
        Constraint.Spec.of(Constraint.Kind.NONE));
  }

  /** An initializer of one's own. */
  static final class Ramp implements Initializer.Function {
    @Override
    public float[] values(long[] shape, RandomGenerator random) {
      return new float[] {1, 2, 3, 4};
    }
  }

  private static Graph begun(Initializer.Function function) {
    Dense.Spec dense = dense(2);
    Dense.Spec own =
        new Dense.Spec(
            2,
            dense.activation(),
            dense.useBias(),
            Initializer.Spec.of(function),
            dense.biasInitializer(),
            dense.kernelRegularizer(),
            dense.biasRegularizer(),
            dense.activityRegularizer(),
            dense.kernelConstraint(),
            dense.biasConstraint());
    return Graph.builder("Own").input("x", "2").layer("y", own, "x").output("y").build();
  }

  @Test
  void namesTheClassOfAFunctionOfOnesOwn() {
    assertThat(new InterfaceSource(begun(new Ramp())).text("Own"))
        .contains("kernelInitializer = @Initializer(function = InterfaceSourceTest.Ramp.class)");
    assertThatThrownBy(() -> new InterfaceSource(begun((shape, random) -> null)).text("Own"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no name by which an interface could call it");
  }

  @Test
  void refusesWhatIsNoNameOfAnInterface() throws IOException {
    Graph graph = Graph.builder("x").input("a", "4").output("a").build();

    assertThatThrownBy(() -> new InterfaceSource(graph).text("my-model"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an interface cannot be called \"my-model\": did you mean \"my_model\"?");
  }
}
