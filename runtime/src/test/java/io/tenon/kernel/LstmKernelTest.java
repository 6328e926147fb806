package io.tenon.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.graph.GraphBuilder;
import io.tenon.layer.LSTM;
import io.tenon.layer.State;
import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import io.tenon.plan.Plan;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Plans that only predict run LSTM in one primitive, and give what plans that train give. */
class LstmKernelTest {
  private static final int UNITS = 5;

  @Property(tries = 100)
  void predictsWhatPlansThatTrainGive(
      @ForAll @IntRange(min = 1, max = 20) int batch,
      @ForAll @IntRange(min = 1, max = 9) int time,
      @ForAll boolean sequences,
      @ForAll boolean backwards,
      @ForAll boolean bias,
      @ForAll boolean given,
      @ForAll boolean states,
      @ForAll boolean last) {
    GraphBuilder graph =
        Graph.builder("Alone").input("x", time + " 3").input("h", "5").input("c", "5");
    LSTM.Spec lstm =
        Layers.lstm(UNITS)
            .returnSequences(sequences)
            .goBackwards(backwards)
            .useBias(bias)
            .returnState(states)
            .get();
    if (given) {
      graph.layer("lstm", lstm, "x", "h", "c");
    } else {
      graph.layer("lstm", lstm, "x");
    }
    if (states) {
      graph.layer("hidden", new State.Spec(0), "lstm").layer("memory", new State.Spec(1), "lstm");
      graph.output("hidden").output("memory");
    }
    if (!last) { // then a layer reads what is arranged by time
      graph.layer("y", Layers.dense(2), "lstm").output("y");
    } else {
      graph.output("lstm");
    }
    compare(graph.build(), batch);
  }

  @Property(tries = 20)
  void predictsBothWays(@ForAll @IntRange(min = 1, max = 20) int batch, @ForAll boolean sequences) {
    compare(
        Graph.builder("Both")
            .input("x", "7 3")
            .layer(
                "y",
                Layers.bidirectional(() -> Layers.lstm(UNITS).returnSequences(sequences).get()),
                "x")
            .output("y")
            .build(),
        batch);
  }

  private static void compare(Graph graph, int batch) {
    try (Parameters parameters = Parameters.of(graph, 1);
        Gradients gradients = Gradients.of(parameters);
        Plan training = Plan.forGradients(graph, parameters, gradients, batch);
        Plan predicting = Plan.forPrediction(graph, parameters, batch)) {
      for (int run = 0; run < 2; run++) {
        graph.inputs().forEach(input -> fill(input.name(), training, predicting));
        training.forward();
        predicting.forward();
        graph
            .outputs()
            .forEach(
                output ->
                    assertThat(predicting.output(output.tensor()).dup().reshape(-1).toFloatVector())
                        .usingComparatorWithPrecision(1e-5f)
                        .as(output.tensor())
                        .containsExactly(
                            training.output(output.tensor()).dup().reshape(-1).toFloatVector()));
      }
    }
  }

  private static void fill(String input, Plan training, Plan predicting) {
    INDArray values = Nd4j.rand(DataType.FLOAT, training.input(input).shape());
    training.input(input).assign(values);
    predicting.input(input).assign(values);
  }
}
