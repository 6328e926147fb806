package io.tenon.network;

import static io.tenon.Loss.MEAN_SQUARED_ERROR;
import static io.tenon.dsl.Layers.bidirectional;
import static io.tenon.dsl.Layers.convLSTM2D;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.gru;
import static io.tenon.dsl.Layers.lstm;
import static io.tenon.dsl.Layers.simpleRNN;
import static io.tenon.dsl.Layers.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import io.tenon.graph.GraphBuilder;
import io.tenon.layer.RecurrentSpec;
import io.tenon.layer.WeightSpec;
import io.tenon.optimizer.Optimizers;
import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import io.tenon.plan.Plan;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Layers that go on, batch after batch, where the last one ended. */
class StatefulNetworkTest {
  private static Graph graph(String shape, boolean stateful) {
    return Graph.builder("M")
        .input("x", shape, io.tenon.DataType.FLOAT32, 4)
        .layer("read", lstm(3).stateful(stateful), "x")
        .layer("y", dense(1), "read")
        .output("y", MEAN_SQUARED_ERROR)
        .build();
  }

  private static Network network(String shape, boolean stateful) {
    return Network.builder(graph(shape, stateful)).optimizer(Optimizers.sgd(1e-20)).seed(1).build();
  }

  @Test
  void predictionsGoOnUntilTheStatesAreReset() {
    INDArray series = Nd4j.rand(DataType.FLOAT, 4, 6, 2);
    INDArray first = series.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 3)).dup();
    INDArray second = series.get(NDArrayIndex.all(), NDArrayIndex.interval(3, 6)).dup();
    try (Network whole = network("6 2", false);
        Network parts = network("3 2", true)) {
      INDArray expected = whole.predict(series)[0];
      INDArray fresh = parts.predict(first)[0];
      assertThat(parts.predict(second)[0].equalsWithEps(expected, 1e-6)).isTrue();
      assertThat(parts.predict(first)[0].equalsWithEps(fresh, 1e-4)).isFalse();
      parts.resetStates();
      assertThat(parts.predict(first)[0]).isEqualTo(fresh);
      assertThat(parts.predict(second)[0].equalsWithEps(expected, 1e-6)).isTrue();
    }
  }

  @Test
  void trainingLeavesItsStatesToPrediction() {
    INDArray series = Nd4j.rand(DataType.FLOAT, 4, 6, 2);
    INDArray first = series.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 3)).dup();
    INDArray second = series.get(NDArrayIndex.all(), NDArrayIndex.interval(3, 6)).dup();
    try (Network whole = network("6 2", false);
        Network parts = network("3 2", true)) {
      INDArray expected = whole.predict(series)[0];
      Samples samples =
          Samples.builder().input("x", first).label("y", Nd4j.zeros(DataType.FLOAT, 4, 1)).build();
      parts.trainOnBatch(samples);
      assertThat(parts.predict(second)[0].equalsWithEps(expected, 1e-6)).isTrue();
    }
  }

  /** Each direction goes on from its own state. */
  @Test
  void bothDirectionsGoOn() {
    INDArray series = Nd4j.rand(DataType.FLOAT, 4, 3, 2);
    Graph both =
        Graph.builder("M")
            .input("x", "3 2", io.tenon.DataType.FLOAT32, 4)
            .layer("y", bidirectional(lstm(3).stateful(true)), "x")
            .output("y", MEAN_SQUARED_ERROR)
            .build();
    GraphBuilder given = Graph.builder("M").input("x", "3 2");
    String[] reads = {"x", "s0", "s1", "s2", "s3"};
    for (int i = 1; i < reads.length; i++) {
      given.input(reads[i], "3");
    }
    given.layer("y", bidirectional(lstm(3).returnState(true)), reads).output("y");
    for (int i = 0; i < 4; i++) {
      given.layer("last" + i, state().index(i), "y").output("last" + i);
    }
    try (Network goesOn = Network.builder(both).seed(1).build();
        Network isGiven = Network.builder(given.build()).seed(1).build()) {
      INDArray zeros = Nd4j.zeros(DataType.FLOAT, 4, 3);
      INDArray[] first = isGiven.predict(series, zeros, zeros, zeros, zeros);
      INDArray[] second = isGiven.predict(series, first[1], first[2], first[3], first[4]);
      assertThat(goesOn.predict(series)[0].equalsWithEps(first[0], 1e-6)).isTrue();
      assertThat(goesOn.predict(series)[0].equalsWithEps(second[0], 1e-6)).isTrue();
      assertThat(second[0].equalsWithEps(first[0], 1e-3)).isFalse();
      goesOn.resetStates();
      assertThat(goesOn.predict(series)[0].equalsWithEps(first[0], 1e-6)).isTrue();
    }
  }

  @Test
  void framesGoOn() {
    INDArray film = Nd4j.rand(DataType.FLOAT, 2, 6, 3, 4, 1);
    INDArray first = film.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 3)).dup();
    INDArray second = film.get(NDArrayIndex.all(), NDArrayIndex.interval(3, 6)).dup();
    try (Network whole = filmNetwork(6, false);
        Network parts = filmNetwork(3, true)) {
      INDArray expected = whole.predict(film)[0];
      INDArray fresh = parts.predict(first)[0];
      assertThat(parts.predict(second)[0].equalsWithEps(expected, 1e-6)).isTrue();
      parts.resetStates();
      assertThat(parts.predict(first)[0]).isEqualTo(fresh);
    }
  }

  private static Network filmNetwork(int frames, boolean stateful) {
    Graph graph =
        Graph.builder("M")
            .input("x", frames + " 3 4 1", io.tenon.DataType.FLOAT32, 2)
            .layer("y", convLSTM2D(2, 2).stateful(stateful), "x")
            .output("y", MEAN_SQUARED_ERROR)
            .build();
    return Network.builder(graph).optimizer(Optimizers.sgd(1e-20)).seed(1).build();
  }

  /** A layer that goes on, and the same that is given its first states. */
  record Pair(RecurrentSpec goesOn, RecurrentSpec isGiven) {}

  static Stream<Pair> pairs() {
    return Stream.of(
        new Pair(lstm(3).stateful(true).get(), lstm(3).get()),
        new Pair(gru(3).stateful(true).get(), gru(3).get()),
        new Pair(simpleRNN(3).stateful(true).get(), simpleRNN(3).get()));
  }

  /** The gradients of a batch that goes on are those of one that is given the states. */
  @ParameterizedTest
  @MethodSource("pairs")
  void gradientsBeginWithTheStates(Pair pair) {
    Graph graph =
        Graph.builder("M")
            .input("x", "2 2", io.tenon.DataType.FLOAT32, 2)
            .layer("y", pair::goesOn, "x")
            .output("y")
            .build();
    var given = Graph.builder("M").input("x", "2 2");
    String[] reads =
        Stream.of("x", "s0", "s1").limit(pair.isGiven().stateCount() + 1L).toArray(String[]::new);
    for (int i = 1; i < reads.length; i++) {
      given.input(reads[i], "3");
    }
    given.layer("y", pair::isGiven, reads).output("y");
    INDArray batch = Nd4j.rand(DataType.FLOAT, 2, 2, 2);
    INDArray next = Nd4j.rand(DataType.FLOAT, 2, 2, 2);
    try (Parameters parameters = Parameters.of(graph, 1);
        Gradients gradients = Gradients.of(parameters);
        Gradients others = Gradients.of(parameters);
        Plan goesOn = Plan.forGradients(graph, parameters, gradients, 2);
        Plan isGiven = Plan.forGradients(given.build(), parameters, others, 2)) {
      goesOn.input("x").assign(batch);
      goesOn.forward();
      INDArray hidden = goesOn.output("y").dup();
      isGiven.input("s0").assign(hidden);
      if (reads.length > 2) {
        isGiven.input("s1").assign(memoryAfter(graph, parameters, pair.isGiven(), batch));
      }
      run(goesOn, next);
      run(isGiven, next);
      assertThat(goesOn.output("y").equalsWithEps(isGiven.output("y"), 1e-6)).isTrue();
      for (WeightSpec weight : graph.node("y").weights()) {
        assertThat(gradients.gradient("y", weight.name()).dup().data().asFloat())
            .as(weight.name())
            .containsExactly(
                others.gradient("y", weight.name()).dup().data().asFloat(), within(1e-5f));
      }
    }
  }

  private static void run(Plan plan, INDArray batch) {
    plan.input("x").assign(batch);
    plan.forward();
    plan.outputGradient("y").assign(1);
    plan.backward();
  }

  /** The memory of an LSTM after a batch. */
  private static INDArray memoryAfter(
      Graph like, Parameters parameters, RecurrentSpec spec, INDArray batch) {
    Graph graph =
        Graph.builder("M")
            .input("x", "2 2")
            .layer("y", lstm(spec.units()).returnState(true), "x")
            .layer("memory", state().index(1), "y")
            .output("memory")
            .build();
    assertThat(like.node("y").weights()).isEqualTo(graph.node("y").weights());
    try (Plan plan = Plan.forPrediction(graph, parameters, 2)) {
      plan.input("x").assign(batch);
      plan.forward();
      return plan.output("memory").dup();
    }
  }
}
