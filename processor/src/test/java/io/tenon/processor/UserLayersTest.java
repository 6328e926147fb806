package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Options of layers that a user declares, whose specs the processor can ask. */
final class UserLayersTest {
  private static final Path RANKED = Compiler.RESOURCES.resolve("options/ranked");

  private static Compilation options() {
    return Compiler.javac().withStubs().compile(Compiler.sourcesIn(RANKED));
  }

  private static String use(Path folder, String layer, String expression) throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("Use.java"),
            """
            import io.tenon.dsl.*;
            class Use {
              <R> R then(SeriesLayer<R> layer) { return null; }
              %s result = %s;
            }
            """
                .formatted(layer, expression));
    return Compiler.javac()
        .withoutProcessor()
        .withStubs()
        .classPath(options().classes())
        .compile(source)
        .output();
  }

  @Test
  void carryTheRankThatTheirSpecsInfer() {
    assertThat(options().output()).isEmpty();
    assertThat(options().sources().get("ranked/HighwayOptions.java"))
        .contains(
            "public final class HighwayOptions<R> extends LayerOptions"
                + " implements Supplier<Highway.Spec>, SeriesLayer<R> {")
        .contains("public HighwayOptions<SeriesStage> everyStep() {")
        .contains("public HighwayOptions<TensorStage> everyStep(boolean everyStep) {");
  }

  @Test
  void fitTheStagesOfTheirRankAlone(@TempDir Path folder) throws IOException {
    String highway = "ranked.Layers.highway(32)";

    assertThat(use(folder, "VectorStage", "then(" + highway + ")")).isEmpty();
    assertThat(use(folder, "SeriesStage", "then(" + highway + ".everyStep())")).isEmpty();
    assertThat(use(folder, "VectorStage", "then(" + highway + ".everyStep())"))
        .contains("inference variable R has incompatible bounds");
    assertThat(use(folder, "ImageLayer<ImageStage>", highway)).contains("incompatible types");
  }

  static Stream<JavaCompiler> compilers() {
    return Stream.of(ToolProvider.getSystemJavaCompiler(), new EclipseCompiler());
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void standInModelsAsTheirRecords(JavaCompiler compiler, @TempDir Path folder) throws IOException {
    Path model =
        Files.writeString(
            folder.resolve("Roads.java"),
            """
            import io.tenon.*;
            import io.tenon.layer.*;
            import io.tenon.processor.layers.Highway;
            @Model interface Roads {
              @Input("5 4") Series cars();
              @Input("6 5 4") Image roads();
              @Output @Highway(units = 3, everyStep = true) Series faster(Series cars);
              @Output @TimeDistributed @Highway(units = 3) Series each(Image roads);
            }
            """);
    Compilation compiled = Compiler.of(compiler).withStubs().with("-source", "17").compile(model);

    String highway = "new Highway.Spec(3, %s, Initializer.Spec.of(CONSTANT).withConstant(0.5))";
    assertThat(compiled.sources().get("RoadsModel.java").replaceAll("\\s+", " "))
        .contains(highway.formatted("true"))
        .contains("timeDistributed(() -> " + highway.formatted("false") + ")");
    assertThat(compiled.output()).doesNotContain("ERROR").doesNotContain("error");
  }
}
