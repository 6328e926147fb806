package io.tenon.optimizer;

import static io.tenon.optimizer.Optimizers.adadelta;
import static io.tenon.optimizer.Optimizers.adagrad;
import static io.tenon.optimizer.Optimizers.adam;
import static io.tenon.optimizer.Optimizers.rmsprop;
import static io.tenon.optimizer.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.DataType;
import io.tenon.Loss;
import io.tenon.Regularizer;
import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.loss.Losses;
import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import io.tenon.plan.Plan;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;

/** Rows that a step does not touch may be left alone, but nothing may come out otherwise. */
class WideLateRowsTest {
  private static final int WORDS = 30;
  private static final int BATCH = 2;
  private static final int TIME = 3;

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        rmsprop(0.01),
        rmsprop(0.01).withCentered(true),
        rmsprop(0.01).withMomentum(0.5),
        rmsprop(0.01).withClipValue(0.01),
        rmsprop(0.01).withGlobalClipNorm(0.1),
        rmsprop(0.01).withWeightDecay(0.1),
        rmsprop(0.01).withMovingAverage(0.9),
        adagrad(),
        adadelta(),
        sgd(0.001),
        sgd(0.001).withMomentum(0.9),
        adam());
  }

  /** A training of an embedding, of whose gradient it is known which rows are 0, or not. */
  private record Training(Parameters parameters, Gradients gradients, Updater updater, Plan plan)
      implements AutoCloseable {

    static Training of(Optimizer optimizer, int width, boolean known) {
      Regularizer.Spec nothing = Regularizer.Spec.of(Regularizer.Kind.L2).withL2(0);
      var words = Layers.embedding(WORDS, width);
      Graph graph =
          Graph.builder("Words")
              .input("words", Integer.toString(TIME), DataType.INT32)
              .layer("word", known ? words : words.embeddingsRegularizer(nothing), "words")
              .layer("all", Layers.flatten(), "word")
              .layer("y", Layers.dense(1), "all")
              .output("y", Loss.MEAN_SQUARED_ERROR)
              .build();
      Parameters parameters = Parameters.of(graph, 1);
      Gradients gradients = Gradients.of(parameters);
      Updater updater = optimizer.updater(parameters, gradients);
      Plan plan =
          Plan.forTraining(
              graph,
              parameters,
              gradients,
              BATCH,
              Map.of("y", Losses.of(Loss.MEAN_SQUARED_ERROR)),
              Map.of(),
              1);
      return new Training(parameters, gradients, updater, plan);
    }

    void step(long number) {
      Random random = new Random(number);
      int[][] words = new int[BATCH][TIME];
      for (int[] sample : words) {
        for (int i = 0; i < TIME; i++) {
          sample[i] = (int) Math.min(WORDS - 1, Math.abs(random.nextGaussian()) * WORDS / 3);
        }
      }
      plan.input("words").assign(Nd4j.createFromArray(words));
      plan.label("y").assign(random.nextGaussian());
      plan.step(number);
      updater.step();
    }

    float[] weights() {
      return parameters.trainable().toFloatVector();
    }

    @Override
    public void close() {
      plan.close();
      updater.close();
      gradients.close();
      parameters.close();
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void isAsIfAllRowsWereUpdated(Optimizer optimizer) {
    for (int width : new int[] {600, BlockWorker.BLOCK + 3}) {
      try (Training all = Training.of(optimizer, width, false);
          Training some = Training.of(optimizer, width, true)) {
        for (int step = 0; step < 40; step++) {
          all.step(step);
          some.step(step);
        }
        assertThat(some.parameters.trainable().sumNumber().doubleValue()).isFinite();
        assertThat(some.weights()).isEqualTo(all.weights());
        assertSameState(some, all);
        some.step(40);
        all.step(40);
        some.updater.restore(all.updater.state());
        for (int step = 41; step < 60; step++) {
          all.step(step);
          some.step(step);
        }
        assertThat(some.weights()).isEqualTo(all.weights());
        assertSameState(some, all);
      }
    }
  }

  private static void assertSameState(Training some, Training all) {
    UpdaterState found = some.updater.state();
    UpdaterState expected = all.updater.state();
    assertThat(found.memories().keySet()).isEqualTo(expected.memories().keySet());
    expected
        .memories()
        .forEach((name, values) -> assertThat(found.memories().get(name)).isEqualTo(values));
  }
}
