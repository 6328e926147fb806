package io.tenon.dsl;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.dsl.Layers.add;
import static io.tenon.dsl.Layers.bidirectional;
import static io.tenon.dsl.Layers.concatenate;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.embedding;
import static io.tenon.dsl.Layers.flatten;
import static io.tenon.dsl.Layers.gru;
import static io.tenon.dsl.Layers.lambda;
import static io.tenon.dsl.Layers.lstm;
import static io.tenon.optimizer.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.DataType;
import io.tenon.graph.Graph;
import io.tenon.kernel.SameDiffFunction;
import io.tenon.network.Network;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.LayerException;
import io.tenon.problem.ModelException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

final class FunctionalNetworkTest {
  private static Graph encoder() {
    return Networks.sequential("Encoder")
        .image("photo", 4, 4, 1)
        .flatten(flatten -> flatten.name("pixels"))
        .dense(3, dense -> dense.name("code"))
        .graph();
  }

  @Test
  void joinsInputsAndGivesSeveralOutputs() {
    FunctionalNetwork news = Networks.functional("News");
    VectorStage meaning =
        news.tokens("mainInput", 100)
            .embedding(10_000, 512, words -> words.name("embedded"))
            .lstm(32, lstm -> lstm.name("lstm"));
    VectorStage aux = meaning.dense(1, last -> last.activation(SIGMOID).name("auxOutput"));
    VectorStage joined =
        meaning.concatenate(news.vector("auxInput", 5), both -> both.name("joined"));
    VectorStage x = joined;
    for (int i = 1; i <= 3; i++) {
      String name = "x" + i;
      x = x.dense(64, hidden -> hidden.activation(RELU).name(name));
    }
    VectorStage main = x.dense(1, last -> last.activation(SIGMOID).name("mainOutput"));

    try (Network network =
        news.output(aux, BINARY_CROSSENTROPY, 0.2)
            .output(main, BINARY_CROSSENTROPY)
            .compile(adam())) {
      assertThat(network.graph())
          .isEqualTo(
              Graph.builder("News")
                  .input("mainInput", "100", DataType.INT32)
                  .input("auxInput", "5")
                  .layer("embedded", embedding(10_000, 512), "mainInput")
                  .layer("lstm", lstm(32), "embedded")
                  .layer("auxOutput", dense(1).activation(SIGMOID), "lstm")
                  .layer("joined", concatenate(), "lstm", "auxInput")
                  .layer("x1", dense(64).activation(RELU), "joined")
                  .layer("x2", dense(64).activation(RELU), "x1")
                  .layer("x3", dense(64).activation(RELU), "x2")
                  .layer("mainOutput", dense(1).activation(SIGMOID), "x3")
                  .output("auxOutput", BINARY_CROSSENTROPY, 0.2)
                  .output("mainOutput", BINARY_CROSSENTROPY)
                  .build());
    }
  }

  @Test
  void mergesTensorsOfDifferentRanks() {
    FunctionalNetwork network = Networks.functional("Excited");
    ImageStage features = network.image("features", 2, 2, 3);
    VectorStage weights = network.vector("weights", 3);
    ImageStage excited = features.multiply(weights, product -> product.name("excited"));

    try (Network made = network.output(excited).compile(adam())) {
      INDArray found =
          made.predict(
                  Map.of(
                      "features", Nd4j.ones(2, 2, 2, 3),
                      "weights", Nd4j.create(new float[] {1, 2, 3, 4, 5, 6}, 2, 3)))
              .get("excited");

      assertThat(found.shape()).containsExactly(2, 2, 2, 3);
      assertThat(found.getDouble(0, 1, 0, 2)).isEqualTo(3);
      assertThat(found.getDouble(1, 0, 1, 0)).isEqualTo(4);
    }
  }

  @Test
  void sharesALayer() {
    FunctionalNetwork pair = Networks.functional("Pair");
    SharedLayer<LSTMOptions<VectorStage>> encode = pair.shared("encode", lstm(64));
    VectorStage codeA = pair.series("tweetA", 280, 256).then(encode.named("codeA"));
    VectorStage codeB = pair.series("tweetB", 280, 256).then(encode.named("codeB"));

    assertThat(codeA.concatenate(codeB, both -> both.name("both")).graph())
        .isEqualTo(
            Graph.builder("Pair")
                .input("tweetA", "280 256")
                .input("tweetB", "280 256")
                .shared("encode", lstm(64))
                .apply("codeA", "encode", "tweetA")
                .apply("codeB", "encode", "tweetB")
                .layer("both", concatenate(), "codeA", "codeB")
                .output("both")
                .build());
  }

  @Test
  void sharesAWrappedLayer() {
    FunctionalNetwork pair = Networks.functional("Pair");
    var encode = pair.shared("encode", bidirectional(lstm(8)));
    var steps = pair.shared("steps", bidirectional(gru(8).returnSequences()));
    boolean every = Boolean.parseBoolean("true");

    VectorStage left = pair.series("left", 5, 4).then(steps).then(bidirectional(lstm(2)));
    VectorStage right = pair.series("right", 5, 16).then(encode);
    TensorStage open =
        pair.series("third", 5, 4).then(bidirectional(lstm(8).returnSequences(every)));

    assertThat(left.concatenate(right)).hasToString("concatenate: Vector 20");
    assertThat(open.asSeries().type()).hasToString("5 x 16");
    assertThat(
            pair.series("fourth", 5, 4).layer(bidirectional(() -> lstm(8).get())).asVector().type())
        .hasToString("16");
  }

  @Test
  void usesAModelAsALayerAndAFunctionAsAnother() {
    FunctionalNetwork pair = Networks.functional("Pair");
    ImageStage left = pair.image("left", 4, 4, 1);
    ImageStage right = pair.image("right", 4, 4, 1);
    NestedModel encoder = pair.model("encoder", encoder()).trainable(false);
    VectorStage leftCode = left.then(encoder.named("leftCode")).asVector();
    VectorStage rightCode = encoder.named("rightCode").invoke(right).asVector();
    VectorStage distance =
        leftCode.lambda(List.of(rightCode), inputs -> inputs[0].sub(inputs[1]).mul(2));

    Graph expected =
        Graph.builder("Pair")
            .input("left", "4 4 1")
            .input("right", "4 4 1")
            .model("encoder", encoder())
            .freeze("encoder")
            .apply("leftCode", "encoder", "left")
            .apply("rightCode", "encoder", "right")
            .layer("lambda", lambda(SameDiffFunction.of(in -> in[0])), "leftCode", "rightCode")
            .output("lambda")
            .build();
    assertThat(distance.graph()).isEqualTo(expected);
    try (Network network = Network.builder(distance.graph()).seed(1).build()) {
      assertThat(network.predict(Nd4j.ones(2, 4, 4, 1), Nd4j.ones(2, 4, 4, 1))[0])
          .isEqualTo(Nd4j.zeros(2, 3));
    }
  }

  @Test
  void branchesAndMergesByOperators() {
    VectorStage x = Networks.sequential("Residual").vector("x", 4);
    VectorStage y = x.dense(4, dense -> dense.name("y"));

    assertThat(x.plus(y).graph())
        .isEqualTo(
            Graph.builder("Residual")
                .input("x", "4")
                .layer("y", dense(4), "x")
                .layer("add", add(), "x", "y")
                .output("add")
                .build());
    assertThat(x.minus(y).times(x).name()).isEqualTo("multiply");
    assertThat(x.add(List.of(y, x), sum -> sum.name("sum")).graph().node("sum").inputs())
        .containsExactly("x", "y", "x");
  }

  @Test
  void goesOnFromAState() {
    FunctionalNetwork translate = Networks.functional("Translate");
    VectorStage encoded =
        translate.series("source", "time 8").lstm(16, lstm -> lstm.returnState(true));
    SeriesStage decoded =
        translate
            .series("target", "steps 8")
            .lstm(encoded.state(0), encoded.state(1), 16, lstm -> lstm.returnSequences());

    assertThat(decoded).hasToString("lstm2: Series steps x 16");
  }

  @Test
  void tellsWhereSharedLayersAndModelsDoNotFit() {
    FunctionalNetwork pair = Networks.functional("Pair");
    SharedLayer<DenseOptions> encode = pair.shared("encode", dense(4));
    NestedModel model = pair.model("encoder", encoder());
    VectorStage wide = pair.vector("wide", 8);
    wide.then(encode);

    assertThatThrownBy(() -> pair.vector("narrow", 7).then(encode))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("[SharedLayerMismatch]");
    assertThatThrownBy(() -> wide.then(model))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("[RankMismatch] Pair.encoder1: Encoder.photo is an Image");
    assertThatThrownBy(() -> model.invoke(wide, wide)).isInstanceOf(LayerException.class);
  }

  @Test
  void keepsNetworksApart() {
    VectorStage here = Networks.functional("Here").vector("x", 4);
    VectorStage there = Networks.functional("There").vector("x", 4);

    assertThatThrownBy(() -> here.add(there))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "x is a tensor of There and cannot be read in Here: describe both with one"
                + " Networks.functional, or use one as a model of the other");
  }

  @Test
  void refusesANameThatIsTaken() {
    FunctionalNetwork network = Networks.functional("Network");
    VectorStage x = network.vector("x", 4);

    assertThatThrownBy(() -> x.dense(4, dense -> dense.name("x")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("[DuplicateTensor]");
    assertThatThrownBy(() -> network.shared("x", flatten()))
        .hasMessage("Network has \"x\" already: choose another name");
  }

  @Test
  void tellsAllProblemsOfOneStepTogether() {
    ImageStage any = Networks.sequential("Pyramid").image("photo", "height width 1");
    Graph pyramid =
        any.conv2D(2, 5, conv -> conv.name("fine"))
            .globalMaxPooling2D()
            .concatenate(any.conv2D(2, 7, conv -> conv.name("coarse")).globalMaxPooling2D())
            .graph();
    FunctionalNetwork network = Networks.functional("Network");
    NestedModel model = network.model("pyramid", pyramid);

    assertThatThrownBy(() -> network.image("icon", 4, 4, 1).then(model.named("seen")))
        .isInstanceOfSatisfying(
            ModelException.class,
            exception ->
                assertThat(exception.diagnostics())
                    .extracting(Diagnostic::headline)
                    .containsExactly(
                        "Network.seen: kernelSize 5 is larger than the 4 x 4 image it reads"
                            + " (seen/photo)",
                        "Network.seen: kernelSize 7 is larger than the 4 x 4 image it reads"
                            + " (seen/photo)"));
  }

  @Test
  void describesDeepNetworks() {
    VectorStage x = Networks.sequential("Deep").vector("x", 8);
    for (int i = 0; i < 3_000; i++) {
      x = x.dense(8).plus(x);
    }

    assertThat(x.graph().nodes()).hasSize(6_001);
  }

  @Test
  void needsAnOutput() {
    FunctionalNetwork network = Networks.functional("Network");
    network.vector("x", 4);

    assertThatThrownBy(() -> network.compile(adam()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("[MissingOutput]");
  }
}
