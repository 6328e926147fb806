package io.tenon.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.Padding;
import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.graph.GraphBuilder;
import io.tenon.graph.Node;
import io.tenon.problem.ModelException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** A graph's shapes are the shapes that its run gives, for random stacks of layers. */
class RunShapesTest {
  @Property(tries = 150)
  void aGraphsShapesAreThoseOfItsRun(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 3) int batch) {
    Random random = new Random(seed);
    Graph graph;
    try {
      graph = stack(random);
    } catch (ModelException e) {
      // A stack whose image became smaller than its kernel; the checker has said so.
      assertThat(e.diagnostics()).isNotEmpty();
      return;
    }
    try (Parameters parameters = Parameters.of(graph, seed);
        Plan plan = Plan.forPrediction(graph, parameters, batch)) {
      plan.input("x").assign(1);
      plan.forward();
      String last = graph.outputs().get(0).tensor();
      long[] expected = graph.node(last).type().shape().sizes();
      long[] found = plan.output(last).shape();
      assertThat(found[0]).isEqualTo(batch);
      assertThat(Arrays.copyOfRange(found, 1, found.length)).isEqualTo(expected);
      assertThat(plan.firstNonFinite()).isEmpty();
      for (Node node : graph.nodes()) {
        assertThat(node.weights().stream().mapToLong(w -> w.size()).sum())
            .isEqualTo(node.parameters());
      }
    }
  }

  private static Graph stack(Random random) {
    GraphBuilder graph =
        Graph.builder("Stack")
            .input("x", "%d %d %d".formatted(draw(random, 9), draw(random, 9), draw(random, 5)));
    String read = "x";
    int depth = draw(random, 4);
    for (int i = 0; i < depth; i++) {
      String name = "layer" + i;
      Padding padding = random.nextBoolean() ? Padding.SAME : Padding.VALID;
      switch (random.nextInt(4)) {
        case 0 ->
            graph.layer(
                name,
                Layers.conv2D(draw(random, 20), draw(random, 3), draw(random, 3))
                    .strides(draw(random, 2))
                    .padding(padding),
                read);
        case 1 ->
            graph.layer(
                name, Layers.maxPooling2D().poolSize(draw(random, 3)).padding(padding), read);
        case 2 -> graph.layer(name, Layers.dense(draw(random, 6)), read);
        default -> {
          graph.layer(name + "Same", Layers.conv2D(draw(random, 4), 1), read);
          graph.layer(name, Layers.concatenate(), read, name + "Same");
        }
      }
      read = name;
    }
    if (random.nextBoolean()) {
      graph.layer("flat", Layers.flatten(), read);
      read = "flat";
    }
    return graph.layer("y", Layers.dropout(0.1), read).output("y").build();
  }

  private static int draw(Random random, int most) {
    return 1 + random.nextInt(most);
  }
}
