package io.tenon.optimizer;

import static io.tenon.optimizer.Optimizers.adam;
import static io.tenon.optimizer.Optimizers.nadam;
import static io.tenon.optimizer.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;

class UpdaterTest {
  /** One layer, large enough for several threads: 700 x 700 and 700 weights. */
  private static final int WIDE = 700;

  private static Graph dense(int inputs, int units) {
    return Graph.builder("Model")
        .input("x", Integer.toString(inputs))
        .layer("y", Layers.dense(units), "x")
        .output("y")
        .build();
  }

  /** A model, its gradients and an optimizer at work on it. */
  private record Bench(Parameters parameters, Gradients gradients, Updater updater)
      implements AutoCloseable {
    static Bench of(Graph graph, Optimizer optimizer) {
      Parameters parameters = Parameters.of(graph, 1);
      Gradients gradients = Gradients.of(parameters);
      return new Bench(parameters, gradients, optimizer.updater(parameters, gradients));
    }

    /** A step with gradients that depend on nothing but its number. */
    void step(long number) {
      Random random = new Random(number);
      for (String name : List.of("kernel", "bias")) {
        long[] shape = parameters.weight("y", name).shape();
        float[] values = new float[(int) parameters.weight("y", name).length()];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) random.nextGaussian();
        }
        gradients.gradient("y", name).assign(Nd4j.createFromArray(values).reshape(shape));
      }
      updater.step();
    }

    float[] weights(String name) {
      return parameters.weight("y", name).dup('c').data().asFloat();
    }

    @Override
    public void close() {
      updater.close();
      gradients.close();
      parameters.close();
    }
  }

  static Stream<StandardOptimizer<?>> optimizers() {
    return Stream.of(
        sgd(),
        sgd(0.1, 0.9).withNesterov(true),
        Optimizers.rmsprop().withCentered(true).withMomentum(0.5),
        adam().withAmsgrad(true),
        Optimizers.adamW(),
        Optimizers.adamax(),
        nadam(),
        Optimizers.adagrad(),
        Optimizers.adadelta(),
        Optimizers.ftrl().withL1RegularizationStrength(0.01),
        Optimizers.lion().withClipNorm(1),
        adam().withMovingAverage(0.9, 2).withGlobalClipNorm(0.5),
        sgd().withLearningRate(new CosineDecay(0.1, 5)));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void goesOnFromASavedStateBitForBit(StandardOptimizer<?> optimizer) {
    Graph graph = dense(5, 3);
    try (Bench whole = Bench.of(graph, optimizer);
        Bench first = Bench.of(graph, optimizer);
        Bench second = Bench.of(graph, optimizer)) {
      for (int step = 0; step < 6; step++) {
        whole.step(step);
      }
      for (int step = 0; step < 3; step++) {
        first.step(step);
      }
      second.parameters.trainable().assign(first.parameters.trainable());
      second.updater.restore(first.updater.state());
      for (int step = 3; step < 6; step++) {
        second.step(step);
      }
      assertThat(second.weights("kernel")).isEqualTo(whole.weights("kernel"));
      assertThat(second.weights("bias")).isEqualTo(whole.weights("bias"));
      assertThat(second.updater.steps()).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void everyWeightOfALargeModelChangesAsItsNeighboursDo(StandardOptimizer<?> optimizer) {
    try (Bench bench = Bench.of(dense(WIDE, WIDE), optimizer)) {
      bench.parameters.weight("y", "kernel").assign(0.5);
      for (int step = 0; step < 3; step++) {
        bench.gradients.gradient("y", "kernel").assign(0.25 + step);
        bench.updater.step();
      }
      float[] kernel = bench.weights("kernel");
      assertThat(kernel[0]).isNotEqualTo(0.5f).isFinite();
      for (float weight : kernel) {
        if (weight != kernel[0]) {
          assertThat(weight).isEqualTo(kernel[0]);
        }
      }
    }
  }

  /** Arithmetic with such numbers is many times as slow, and rounding keeps them from fading on. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void whatIsRememberedOfAWeightWithoutGradientDoesNotStaySubnormal(
      StandardOptimizer<?> optimizer) {
    try (Bench bench = Bench.of(dense(5, 3), optimizer)) {
      bench.step(1);
      for (String name : List.of("kernel", "bias")) {
        bench.gradients.gradient("y", name).muli(1e-12);
      }
      bench.updater.step();
      for (String name : List.of("kernel", "bias")) {
        bench.gradients.gradient("y", name).assign(0);
      }
      // A tenth less at each step: from 1 to below the least float by step 980.
      for (int step = 3; step <= 1200; step++) {
        bench.updater.step();
        if (step % 32 == 0) {
          assertThat(subnormals(bench.updater)).as("step %d", step).isZero();
        }
      }
    }
  }

  private static long subnormals(Updater updater) {
    long count = 0;
    for (float[] memory : updater.state().memories().values()) {
      for (float value : memory) {
        if (value != 0 && Math.abs(value) < Float.MIN_NORMAL) {
          count++;
        }
      }
    }
    return count;
  }

  @Test
  void theRateFollowsTheScheduleStepByStep() {
    LearningRateSchedule halves = new ExponentialDecay(8, 1, 0.5, false);
    try (Bench bench = Bench.of(dense(2, 2), sgd().withLearningRate(halves))) {
      assertThat(bench.updater.learningRate()).isEqualTo(8);
      bench.step(0);
      bench.step(1);
      assertThat(bench.updater.learningRate()).isEqualTo(2);
      assertThatThrownBy(() -> bench.updater.learningRate(1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "the learning rate follows ExponentialDecay[initialLearningRate=8.0, decaySteps=1,"
                  + " decayRate=0.5, staircase=false]; give the optimizer a number to set it while"
                  + " it trains");
    }
  }

  @Test
  void aRateThatWasSetIsTakenAndSaved() {
    try (Bench bench = Bench.of(dense(1, 1), sgd())) {
      bench.updater.learningRate(0.5);
      bench.parameters.weight("y", "kernel").assign(1);
      bench.gradients.gradient("y", "kernel").assign(1);
      bench.updater.step();
      assertThat(bench.weights("kernel")).containsExactly(0.5f);
      assertThat(bench.updater.state().learningRate()).isEqualTo(OptionalDouble.of(0.5));
      assertThatThrownBy(() -> bench.updater.learningRate(Double.NaN))
          .hasMessage("learningRate must be 0 or more, found NaN");
    }
  }

  @Test
  void weightsNamedAsExceptionsDoNotDecay() {
    try (Bench bench = Bench.of(dense(2, 2), sgd(0.5).withWeightDecay(0.5, "bias"))) {
      bench.parameters.trainable().assign(1);
      bench.updater.step();
      assertThat(bench.weights("kernel")).containsExactly(0.75f, 0.75f, 0.75f, 0.75f);
      assertThat(bench.weights("bias")).containsExactly(1, 1);
    }
  }

  @Test
  void weightsBecomeTheirAverageWhenATrainingEnds() {
    try (Bench bench = Bench.of(dense(1, 1), sgd(1).withMovingAverage(0.5))) {
      bench.parameters.weight("y", "kernel").assign(0);
      bench.gradients.gradient("y", "kernel").assign(-1);
      for (int step = 0; step < 3; step++) {
        bench.updater.step(); // weights 1, 2, 3; averages 1, 1.5, 2.25
      }
      assertThat(bench.weights("kernel")).containsExactly(3);
      bench.updater.finish();
      assertThat(bench.weights("kernel")).containsExactly(2.25f);
    }
  }

  @Test
  void weightsBecomeTheirAverageEverySoManySteps() {
    try (Bench bench = Bench.of(dense(1, 1), sgd(1).withMovingAverage(0.5, 2))) {
      bench.parameters.weight("y", "kernel").assign(0);
      bench.gradients.gradient("y", "kernel").assign(-1);
      bench.updater.step();
      bench.updater.step(); // weight 2, average 1.5
      assertThat(bench.weights("kernel")).containsExactly(1.5f);
    }
  }

  @Test
  void aStateOfAnotherOptimizerOrModelChangesNothing() {
    try (Bench bench = Bench.of(dense(2, 2), sgd(0.1, 0.9));
        Bench other = Bench.of(dense(2, 2), adam());
        Bench larger = Bench.of(dense(20, 2), sgd(0.1, 0.9))) {
      assertThatThrownBy(() -> bench.updater.restore(other.updater.state()))
          .hasMessage(
              "the state of an optimizer that remembers [momentum] was expected, found [momentum,"
                  + " velocity]");
      assertThatThrownBy(() -> bench.updater.restore(larger.updater.state()))
          .hasMessageContaining("places was expected")
          .hasMessageEndingWith("the state is another model's");
      assertThat(bench.updater.steps()).isZero();
    }
  }

  @Test
  void aModelWithoutTrainableWeightsIsLeftAlone() {
    Graph graph =
        Graph.builder("Fixed")
            .input("x", "2 2 1")
            .layer("y", Layers.flatten(), "x")
            .output("y")
            .build();
    try (Parameters parameters = Parameters.of(graph, 1);
        Gradients gradients = Gradients.of(parameters);
        Updater updater = adam().withGlobalClipNorm(1).updater(parameters, gradients)) {
      updater.step();
      assertThat(updater.steps()).isEqualTo(1);
    }
  }

  @Test
  void numbersOutOfRangeAreRefusedByName() {
    assertThatThrownBy(() -> adam(0)).hasMessage("learningRate must be positive, found 0.0");
    assertThatThrownBy(() -> adam().withBetas(1, 0.9))
        .hasMessage("beta1 must be 0 or more and less than 1, found 1.0");
    assertThatThrownBy(() -> adam().withClipNorm(-1))
        .hasMessage("the limit of clipping must be positive, found -1.0");
    assertThatThrownBy(() -> new PiecewiseConstantDecay(List.of(3L, 2L), List.of(1.0, 2.0, 3.0)))
        .hasMessage("boundaries must ascend, found [3, 2]");
    assertThatThrownBy(() -> new PiecewiseConstantDecay(List.of(3L), List.of(1.0)))
        .hasMessage("values must be one more than boundaries, found 1 values and 1 boundaries");
    assertThatThrownBy(() -> new UpdaterState(-1, OptionalDouble.empty(), Map.of()))
        .hasMessage("steps must be 0 or more, found -1");
  }
}
