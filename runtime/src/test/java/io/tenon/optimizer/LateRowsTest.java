package io.tenon.optimizer;

import static io.tenon.optimizer.Optimizers.adam;
import static io.tenon.optimizer.Optimizers.rmsprop;
import static io.tenon.optimizer.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.Loss;
import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.loss.Losses;
import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import io.tenon.plan.Plan;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What is put off for rows without a gradient must not show, in any number. */
class LateRowsTest {
  private static final int WORDS = 3000;
  private static final int WIDTH = 48;
  private static final int BATCH = 5;
  private static final int TIME = 7;

  private static final Graph GRAPH =
      Graph.builder("Model")
          .input("x", Integer.toString(TIME), io.tenon.DataType.INT32)
          .layer("words", Layers.embedding(WORDS, WIDTH), "x")
          .layer("mean", Layers.globalAveragePooling1D(), "words")
          .layer("y", Layers.dense(1), "mean")
          .output("y", Loss.MEAN_SQUARED_ERROR)
          .build();

  /** A model that trains, and one that is given the same gradients without being told of rows. */
  private static final class Bench implements AutoCloseable {
    final Parameters parameters = Parameters.of(GRAPH, 1);
    final Gradients gradients = Gradients.of(parameters);
    final Plan plan =
        Plan.forTraining(
            GRAPH,
            parameters,
            gradients,
            BATCH,
            Map.of("y", Losses.of(Loss.MEAN_SQUARED_ERROR)),
            Map.of(),
            3);
    final Updater updater;
    final Parameters atOnce = Parameters.of(GRAPH, 1);
    final Gradients allGradients = Gradients.of(atOnce);
    final Updater updaterAtOnce;

    Bench(Optimizer optimizer) {
      updater = optimizer.updater(parameters, gradients);
      updaterAtOnce = optimizer.updater(atOnce, allGradients);
    }

    /** Reads some words often, some at times, and most never. */
    void fill(int number) {
      Random random = new Random(number);
      INDArray tokens = plan.input("x");
      for (int i = 0; i < BATCH; i++) {
        for (int j = 0; j < TIME; j++) {
          double share = random.nextDouble();
          tokens.putScalar(i, j, (int) (share * share * share * share * WORDS));
        }
        plan.label("y").putScalar(i, 0, random.nextGaussian());
      }
    }

    void step(int number) {
      fill(number);
      plan.step(number);
      for (String name : new String[] {"kernel", "bias"}) {
        allGradients.gradient("y", name).assign(gradients.gradient("y", name));
      }
      allGradients
          .gradient("words", "embeddings")
          .assign(gradients.gradient("words", "embeddings"));
      updater.step();
      updaterAtOnce.step();
    }

    void compare() {
      assertThat(floats(parameters.trainable())).isEqualTo(floats(atOnce.trainable()));
      UpdaterState state = updater.state();
      updaterAtOnce
          .state()
          .memories()
          .forEach((name, memory) -> assertThat(state.memories().get(name)).isEqualTo(memory));
    }

    @Override
    public void close() {
      updater.close();
      updaterAtOnce.close();
      plan.close();
      gradients.close();
      allGradients.close();
      parameters.close();
      atOnce.close();
    }
  }

  private static float[] floats(INDArray array) {
    return array.dup('c').data().asFloat();
  }

  static Stream<StandardOptimizer<?>> optimizers() {
    return Stream.of(
        adam(),
        adam().withLearningRate(new CosineDecay(0.01, 200)),
        adam().withAmsgrad(true),
        adam().withGlobalClipNorm(0.1),
        adam().withMovingAverage(0.9, 100),
        Optimizers.adamW(),
        rmsprop(),
        rmsprop().withClipValue(0.01),
        rmsprop().withCentered(true).withMomentum(0.5),
        sgd(0.1),
        sgd(0.1, 0.9),
        sgd(0.1, 0.9).withNesterov(true).withClipNorm(0.1),
        Optimizers.adagrad(),
        Optimizers.adadelta(),
        Optimizers.lion(),
        rmsprop().withCentered(true));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void areToTheBitWhatTheyWouldHaveBeen(StandardOptimizer<?> optimizer) {
    try (Bench bench = new Bench(optimizer)) {
      for (int step = 0; step < 300; step++) {
        bench.step(step);
        if (step == 3 || step == 150) {
          bench.compare();
        }
      }
      bench.compare();
    }
  }

  @Test
  void areUpToDateWhenAPlanPredicts() {
    try (Bench bench = new Bench(adam(0.1));
        Plan late = Plan.forPrediction(GRAPH, bench.parameters, BATCH);
        Plan atOnce = Plan.forPrediction(GRAPH, bench.atOnce, BATCH)) {
      for (int step = 0; step < 20; step++) {
        bench.step(step);
      }
      // Words of the first step, most of which no later one has read.
      bench.fill(0);
      late.input("x").assign(bench.plan.input("x"));
      atOnce.input("x").assign(bench.plan.input("x"));
      late.forward();
      atOnce.forward();
      assertThat(floats(late.output("y"))).isEqualTo(floats(atOnce.output("y")));
    }
  }

  @Test
  void areUpToDateWhenATrainingGoesOnElsewhere() {
    try (Bench first = new Bench(adam());
        Bench second = new Bench(adam())) {
      for (int step = 0; step < 20; step++) {
        first.step(step);
      }
      second.parameters.trainable().assign(first.parameters.trainable());
      second.updater.restore(first.updater.state());
      for (int step = 20; step < 40; step++) {
        first.step(step);
        second.fill(step);
        second.plan.step(step);
        second.updater.step();
      }
      assertThat(floats(second.parameters.trainable()))
          .isEqualTo(floats(first.parameters.trainable()));
    }
  }

  @Test
  void areUpToDateWhenTheUpdaterIsClosed() {
    try (Parameters parameters = Parameters.of(GRAPH, 1);
        Bench bench = new Bench(adam())) {
      Gradients gradients = Gradients.of(parameters);
      Plan plan =
          Plan.forTraining(
              GRAPH,
              parameters,
              gradients,
              BATCH,
              Map.of("y", Losses.of(Loss.MEAN_SQUARED_ERROR)),
              Map.of(),
              3);
      Updater updater = adam().updater(parameters, gradients);
      for (int step = 0; step < 10; step++) {
        bench.step(step);
        plan.input("x").assign(bench.plan.input("x"));
        plan.label("y").assign(bench.plan.label("y"));
        plan.step(step);
        updater.step();
      }
      updater.close();
      plan.close();
      gradients.close();
      assertThat(floats(parameters.trainable())).isEqualTo(floats(bench.atOnce.trainable()));
    }
  }
}
