package io.tenon.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.DataType;
import io.tenon.graph.Graph;
import io.tenon.graph.GraphBuilder;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.Add;
import io.tenon.layer.Bidirectional;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Conv1D;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;
import io.tenon.layer.Embedding;
import io.tenon.layer.Flatten;
import io.tenon.layer.GlobalAveragePooling1D;
import io.tenon.layer.GlobalMaxPooling1D;
import io.tenon.layer.InputLayer;
import io.tenon.layer.LSTM;
import io.tenon.layer.LayerNormalization;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.Masking;
import io.tenon.layer.MultiHeadAttention;
import io.tenon.layer.Specs;
import io.tenon.layer.TimeDistributed;
import io.tenon.problem.Problem;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which layers pass a mask on, use it up or lose it, as Keras's {@code supports_masking} says. */
final class MaskFlowTest {
  private static final LayerSpec DENSE = Specs.of(Dense.class, Map.of("units", 4));
  private static final LayerSpec EMBEDDING =
      Specs.of(Embedding.class, Map.of("inputDim", 9, "outputDim", 4, "maskZero", true));

  private static LayerSpec lstm(boolean sequences) {
    return Specs.of(LSTM.class, Map.of("units", 4, "returnSequences", sequences));
  }

  static Stream<Arguments> passing() {
    return Stream.of(
            DENSE,
            new Dropout.Spec(0.5, List.of()),
            lstm(true),
            new Bidirectional.Spec(lstm(true), Bidirectional.MergeMode.SUM),
            new TimeDistributed.Spec(DENSE),
            Specs.of(LayerNormalization.class, Map.of()),
            Specs.of(MultiHeadAttention.class, Map.of("numHeads", 2, "keyDim", 2)))
        .map(Arguments::of);
  }

  static Stream<Arguments> using() {
    return Stream.of(lstm(false), Specs.of(GlobalAveragePooling1D.class, Map.of()))
        .map(Arguments::of);
  }

  static Stream<Arguments> losing() {
    return Stream.of(
            Specs.of(Conv1D.class, Map.of("filters", 4, "kernelSize", List.of(1))),
            new Flatten.Spec(),
            Specs.of(GlobalMaxPooling1D.class, Map.of()))
        .map(Arguments::of);
  }

  private static GraphBuilder words() {
    return Graph.builder("Words")
        .input("tokens", "5", DataType.INT32)
        .layer("words", EMBEDDING, "tokens");
  }

  private static boolean masked(LayerSpec layer) {
    return words().layer("y", layer, "words").output("y").build().node("y").type().masked();
  }

  private static List<Problem> problems(LayerSpec layer) {
    return ModelChecker.check(
            new ModelDeclaration(
                "Words",
                List.of(
                    TensorDeclaration.of(
                        "tokens", new InputLayer(new TensorType(Shape.of(5), DataType.INT32))),
                    TensorDeclaration.of("words", EMBEDDING, "tokens"),
                    TensorDeclaration.of("y", layer, "words")),
                List.of(OutputSpec.of("y"))))
        .diagnostics()
        .stream()
        .map(diagnostic -> diagnostic.problem())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("passing")
  void passesItOn(LayerSpec layer) {
    assertThat(masked(layer)).isTrue();
    assertThat(problems(layer)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("using")
  void usesItUp(LayerSpec layer) {
    assertThat(masked(layer)).isFalse();
    assertThat(problems(layer)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("losing")
  void losesIt(LayerSpec layer) {
    assertThat(masked(layer)).isFalse();
    assertThat(problems(layer)).containsExactly(Problem.MASK_LOST);
  }

  @Test
  void aMergeNeedsTheMasksOfAll() {
    Graph graph =
        words()
            .input("numbers", "5 4")
            .layer("sum", Specs.of(Add.class, Map.of()), "words", "words")
            .layer("mixed", Specs.of(Add.class, Map.of()), "words", "numbers")
            .layer("joined", new Concatenate.Spec(-1), "words", "numbers")
            .output("sum")
            .output("mixed")
            .output("joined")
            .build();

    assertThat(graph.node("sum").type().masked()).isTrue();
    assertThat(graph.node("mixed").type().masked()).isFalse();
    assertThat(graph.node("joined").type().masked()).isTrue();
  }

  @Test
  void maskingMakesOneOfNumbers() {
    Graph graph =
        Graph.builder("Numbers")
            .input("numbers", "5 4")
            .layer("masked", new Masking.Spec(0), "numbers")
            .output("masked")
            .build();

    assertThat(graph.node("masked").type().masked()).isTrue();
  }
}
