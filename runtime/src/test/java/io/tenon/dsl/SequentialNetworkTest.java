package io.tenon.dsl;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.CATEGORICAL_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;
import static io.tenon.dsl.Layers.conv2D;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.flatten;
import static io.tenon.dsl.Layers.lstm;
import static io.tenon.dsl.Layers.maxPooling2D;
import static io.tenon.optimizer.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.graph.Graph;
import io.tenon.loss.Losses;
import io.tenon.network.Network;
import io.tenon.problem.ModelException;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

final class SequentialNetworkTest {
  @Test
  void buildsWhatTheBuilderOfGraphsDoes() {
    try (Network network =
        Networks.sequential("mnist")
            .image(28, 28, 1)
            .conv2D(32, 3, conv -> conv.activation(RELU))
            .maxPooling2D(2)
            .flatten()
            .dense(10, dense -> dense.activation(SOFTMAX))
            .compile(adam(), CATEGORICAL_CROSSENTROPY, ACCURACY)) {

      assertThat(network.graph())
          .isEqualTo(
              Graph.builder("mnist")
                  .input("image", "28 28 1")
                  .layer("conv2D", conv2D(32, 3).activation(RELU), "image")
                  .layer("maxPooling2D", maxPooling2D().poolSize(2), "conv2D")
                  .layer("flatten", flatten(), "maxPooling2D")
                  .layer("dense", dense(10).activation(SOFTMAX), "flatten")
                  .output("dense", CATEGORICAL_CROSSENTROPY, ACCURACY)
                  .build());
      assertThat(network.predict(Nd4j.zeros(2, 28, 28, 1))[0].shape()).containsExactly(2, 10);
    }
  }

  @Test
  void namesLayersAfterTheirKindUnlessTheyHaveANameOfTheirOwn() {
    Graph graph =
        Networks.sequential("mlp")
            .vector("pixels", 784)
            .dense(32)
            .dense(32, dense -> dense.name("dense2"))
            .dense(16)
            .dense(10, dense -> dense.name("digit"))
            .graph();

    assertThat(graph.nodes())
        .extracting(node -> node.name())
        .containsExactly("pixels", "dense", "dense2", "dense3", "digit");
  }

  @Test
  void tellsTheRankOfAResultByTheOptionThatChangesIt() {
    VectorStage last =
        Networks.sequential("words")
            .series("words", "time 8")
            .lstm(16, lstm -> lstm.returnSequences().dropout(0.1))
            .bidirectional(lstm(4).returnSequences())
            .gru(4)
            .dense(2);
    ImageStage pooled =
        Networks.sequential("photos")
            .image(9, 9, 3)
            .globalMaxPooling2D(pooling -> pooling.keepdims());

    assertThat(last.type()).hasToString("2");
    assertThat(pooled).hasToString("globalMaxPooling2D: Image 1 x 1 x 3");
  }

  @Test
  void leavesTheRankOpenWhereAnOptionIsChosenAtRunTime() {
    boolean sequences = Boolean.parseBoolean("true");
    TensorStage open =
        Networks.sequential("words").series(7, 8).lstm(16, lstm -> lstm.returnSequences(sequences));

    assertThat(open.asSeries().conv1D(4, 3)).hasToString("conv1D: Series 5 x 4");
    assertThatThrownBy(open::asVector)
        .isInstanceOf(ModelException.class)
        .hasMessage(
            """
            [RankMismatch] words.lstm is declared Vector, but @LSTM gives a Series of shape 7 x 16
            series  7 x 8
            lstm    7 x 16   units 16

            Flatten first, above it:  @Flatten Vector flat();""");
  }

  @Test
  void wrapsLayersForEachStep() {
    SeriesStage counts =
        Networks.sequential("film")
            .volume(10, 28, 28, 3)
            .timeDistributed(conv2D(8, 3))
            .timeDistributed(flatten())
            .timeDistributed(dense(2), wrapper -> wrapper.name("counts"));

    assertThat(counts).hasToString("counts: Series 10 x 2");
  }

  @Test
  void tellsASizeThatDoesNotFitWhereItStandsAsJavacWould() {
    ImageStage smaller =
        Networks.sequential("Icons")
            .image("icon", 8, 8, 3)
            .conv2D(16, 3, conv -> conv.name("edges"))
            .maxPooling2D(2, pooling -> pooling.name("smaller"));

    assertThatThrownBy(() -> smaller.conv2D(32, 5, conv -> conv.name("shapes")))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            """
            [KernelTooLarge] Icons.shapes: kernelSize 5 is larger than the 3 x 3 image it reads\
             (smaller)
            icon     8 x 8 x 3
            edges    6 x 6 x 16   kernelSize 3: 8 - 3 + 1 = 6
            smaller  3 x 3 x 16   poolSize 2:   6 / 2 = 3
            shapes   -1 x -1      kernelSize 5: 3 - 5 + 1 = -1

            Use kernelSize = 3 or less, or add padding = SAME.
            Or drop smaller, the pooling before it.""");
    assertThat(smaller.conv2D(32, 3, conv -> conv.name("shapes")))
        .hasToString("shapes: Image 1 x 1 x 32");
  }

  @Test
  void takesALossThatIsToldMoreClosely() {
    try (Network network =
        Networks.sequential("line").vector(3).dense(1).compile(adam(), Losses.huber(0.5))) {
      assertThat(network.graph().outputs()).hasSize(1);
    }
  }

  @Test
  void refusesNamesThatCannotBeTensors() {
    assertThatThrownBy(() -> Networks.sequential("a/b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a name must not be blank and must not hold a slash, found \"a/b\"");
  }
}
