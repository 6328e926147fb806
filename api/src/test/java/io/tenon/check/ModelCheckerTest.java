package io.tenon.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.Loss;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Dense;
import io.tenon.layer.InputLayer;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.Specs;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ModelCheckerTest {
  private static final TensorDeclaration INPUT = TensorDeclaration.of("x", input("4"));

  private static LayerSpec input(String shape) {
    return new InputLayer(TensorType.float32(Shape.parse(shape)));
  }

  private static LayerSpec dense(int units) {
    return Specs.of(Dense.class, Map.of("units", units));
  }

  private static CheckResult check(TensorDeclaration... tensors) {
    return ModelChecker.check(
        new ModelDeclaration("M", List.of(tensors), List.of(OutputSpec.of("y"))));
  }

  private static List<Problem> problems(TensorDeclaration... tensors) {
    return check(tensors).diagnostics().stream().map(Diagnostic::problem).toList();
  }

  @Test
  void aModelThatFitsHasAGraphInTopologicalOrder() {
    CheckResult result =
        check(
            TensorDeclaration.of("y", dense(2), "h"),
            TensorDeclaration.of("h", dense(3), "x"),
            INPUT);

    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.graphOrThrow().nodes()).extracting(Node::name).containsExactly("x", "h", "y");
  }

  @Test
  void whatOnlyFollowsFromAFaultIsNotTold() {
    assertThat(
            problems(
                INPUT,
                TensorDeclaration.of("joined", new Concatenate.Spec(5), "x", "x"),
                TensorDeclaration.of("h", dense(3), "joined"),
                TensorDeclaration.of("y", dense(2), "h")))
        .containsExactly(Problem.INVALID_VALUE);
  }

  @Test
  void faultsOfDifferentTensorsAreToldInTheirOrder() {
    assertThat(
            problems(
                INPUT,
                TensorDeclaration.of("a", dense(3), "missing"),
                TensorDeclaration.of("y", new Concatenate.Spec(5), "x", "x")))
        .containsExactly(Problem.UNKNOWN_INPUT, Problem.INVALID_VALUE);
  }

  @Test
  void aTensorWithoutSpecIsNotBlamedAgain() {
    assertThat(
            problems(
                new TensorDeclaration("x", null, "x", List.of(), null, true),
                TensorDeclaration.of("y", dense(2), "x")))
        .isEmpty();
  }

  @Test
  void aCycleIsToldOnceAndNotItsReaders() {
    assertThat(
            problems(
                INPUT,
                TensorDeclaration.of("a", new Concatenate.Spec(-1), "x", "b"),
                TensorDeclaration.of("b", dense(2), "a"),
                TensorDeclaration.of("y", dense(2), "b")))
        .containsExactly(Problem.CYCLE);
  }

  @Test
  void adviceWaitsUntilTheModelIsWhole() {
    TensorDeclaration unused = TensorDeclaration.of("unused", dense(2), "x");

    assertThat(problems(INPUT, unused, TensorDeclaration.of("y", dense(2), "x")))
        .containsExactly(Problem.UNUSED_TENSOR);
    assertThat(problems(INPUT, unused, TensorDeclaration.of("y", dense(2), "unusd")))
        .containsExactly(Problem.UNKNOWN_INPUT);
  }

  @Test
  void anUnusedTensorIsNotBuilt() {
    Graph graph =
        check(
                INPUT,
                TensorDeclaration.of("unused", dense(2), "x"),
                TensorDeclaration.of("y", dense(2), "x"))
            .graphOrThrow();

    assertThat(graph.nodes()).extracting(Node::name).containsExactly("x", "y");
  }

  @Test
  void aSurplusInputIsPointedAt() {
    Diagnostic diagnostic =
        check(INPUT, TensorDeclaration.of("y", dense(2), "x", "x")).diagnostics().get(0);

    assertThat(diagnostic.problem()).isEqualTo(Problem.WRONG_ARITY);
    assertThat(diagnostic.location()).isEqualTo(new Location.OfInput(1, 1));
  }

  @Test
  void sizesGivenAtRunTimeAreCheckedInTheSameWords() {
    Graph graph =
        Graph.builder("M")
            .input("a", "time 2")
            .input("b", "length 3")
            .layer("y", new Concatenate.Spec(-1), "a", "b")
            .output("y", Loss.NONE)
            .build();

    assertThat(graph.bind(Map.of("time", 4L, "length", 4L)).node("y").type().shape())
        .isEqualTo(Shape.of(4, 5));
    assertThat(ModelChecker.check(graph.declaration().bind(Map.of("time", 4L, "length", 5L))))
        .extracting(result -> result.diagnostics().get(0).problem())
        .isEqualTo(Problem.SHAPE_MISMATCH);
  }
}
