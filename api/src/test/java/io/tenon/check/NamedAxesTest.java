package io.tenon.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.graph.Graph;
import io.tenon.graph.GraphBuilder;
import io.tenon.layer.Add;
import io.tenon.layer.Conv1D;
import io.tenon.layer.Flatten;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.Reshape;
import io.tenon.layer.Specs;
import io.tenon.problem.ModelException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Axes known only at run time: what can be proved of them, and what waits. */
final class NamedAxesTest {
  private static final LayerSpec ADD = Specs.of(Add.class, Map.of());

  private static LayerSpec conv(int stride) {
    return Specs.of(
        Conv1D.class, Map.of("filters", 4, "kernelSize", List.of(3), "strides", List.of(stride)));
  }

  private static GraphBuilder speech() {
    return Graph.builder("Speech").input("speech", "time 4");
  }

  private static String shape(Graph graph, String tensor) {
    return graph.node(tensor).type().shape().toString();
  }

  @Test
  void arithmeticIsKept() {
    Graph graph =
        speech()
            .layer("edges", conv(1), "speech")
            .layer("steps", conv(2), "speech")
            .output("edges")
            .output("steps")
            .build();

    assertThat(shape(graph, "edges")).isEqualTo("(time - 2) x 4");
    assertThat(shape(graph, "steps")).isEqualTo("((time + 1) / 2 - 1) x 4");
    assertThat(shape(graph.bind(Map.of("time", 11L)), "steps")).isEqualTo("5 x 4");
  }

  @Test
  void productsGoThroughFlattenAndReshape() {
    Graph graph =
        speech()
            .layer("flat", new Flatten.Spec(), "speech")
            .layer("pairs", new Reshape.Spec(List.of(-1, 2)), "flat")
            .output("pairs")
            .build();

    assertThat(shape(graph, "flat")).isEqualTo("4 * time");
    assertThat(shape(graph, "pairs")).isEqualTo("(2 * time) x 2");
  }

  @Test
  void equalAxesFit() {
    Graph graph =
        speech()
            .layer("left", conv(2), "speech")
            .layer("right", conv(2), "speech")
            .layer("sum", ADD, "left", "right")
            .output("sum")
            .build();

    assertThat(shape(graph, "sum")).isEqualTo("((time + 1) / 2 - 1) x 4");
  }

  @Test
  void differentAxesAreRefused() {
    GraphBuilder builder =
        speech()
            .layer("edges", conv(1), "speech")
            .layer("sum", ADD, "speech", "edges")
            .output("sum");

    assertThatThrownBy(builder::build)
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(
            "[ShapeMismatch] Speech.sum: @Add needs equal shapes, found time x 4 and (time - 2) x 4");
  }

  @Test
  void unknownAxesWaitForTheirSizes() {
    Graph graph =
        speech()
            .input("music", "steps 4")
            .layer("sum", ADD, "speech", "music")
            .output("sum")
            .build();

    assertThat(shape(graph.bind(Map.of("time", 5L, "steps", 5L)), "sum")).isEqualTo("5 x 4");
    assertThatThrownBy(() -> graph.bind(Map.of("time", 5L, "steps", 6L)))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(
            "[ShapeMismatch] Speech.sum: @Add needs equal shapes, found 5 x 4 and 6 x 4");
  }

  @Test
  void aSizeThatIsTooSmallIsToldWithThePath() {
    Graph graph = speech().layer("edges", conv(1), "speech").output("edges").build();

    assertThatThrownBy(() -> graph.bind(Map.of("time", 2L)))
        .hasMessageContaining(
            "[KernelTooLarge] Speech.edges: kernelSize 3 is larger than the 2 steps it reads (speech)")
        .hasMessageContaining("kernelSize 3: 2 - 3 + 1 = 0");
  }
}
