package io.tenon.examples.fluent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.examples.gallery.AutoencoderModel;
import io.tenon.examples.gallery.ConvolutionalDigitsModel;
import io.tenon.examples.gallery.DenseDigitsModel;
import io.tenon.examples.gallery.LstmSentimentModel;
import io.tenon.examples.gallery.QuestionAnsweringModel;
import io.tenon.examples.gallery.SiameseDigitsModel;
import io.tenon.examples.gallery.TextConvolutionsModel;
import io.tenon.examples.gallery.TextTransformerModel;
import io.tenon.examples.gallery.ToyResNetModel;
import io.tenon.examples.gallery.UNetModel;
import io.tenon.graph.Graph;
import io.tenon.network.Network;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A model described in code is the graph that its annotated interface declares. */
final class FluentGalleryTest {
  static Stream<Arguments> models() {
    return Stream.of(
            new Graph[] {Chains.denseDigits(), DenseDigitsModel.graph()},
            new Graph[] {Chains.convolutionalDigits(), ConvolutionalDigitsModel.graph()},
            new Graph[] {Chains.textConvolutions(), TextConvolutionsModel.graph()},
            new Graph[] {Chains.lstmSentiment(), LstmSentimentModel.graph()},
            new Graph[] {Siamese.siameseDigits(), SiameseDigitsModel.graph()},
            new Graph[] {Questions.questionAnswering(), QuestionAnsweringModel.graph()},
            new Graph[] {Chains.autoencoder(), AutoencoderModel.graph()},
            new Graph[] {Shortcuts.toyResNet(), ToyResNetModel.graph()},
            new Graph[] {Segmentation.uNet(), UNetModel.graph()},
            new Graph[] {Transformer.textTransformer(), TextTransformerModel.graph()})
        .map(pair -> Arguments.of(pair[1].name(), pair[0], pair[1]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void isTheGraphOfTheAnnotatedModel(String name, Graph described, Graph declared) {
    assertThat(described).isEqualTo(declared);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void readsAndGivesTheSameInTheSameOrder(String name, Graph described, Graph declared) {
    assertThat(described.inputs()).isEqualTo(declared.inputs());
    assertThat(described.outputs()).isEqualTo(declared.outputs());
  }

  @Test
  void aNetworkDescribedInCodeHasTheTypesOfTheDeclaredModel() {
    Network network = Network.builder(Chains.denseDigits()).seed(1).build();
    try (DenseDigitsModel model = DenseDigitsModel.of(network)) {
      INDArray pixels = Nd4j.ones(3, 784);

      assertThat(model.predict(pixels)).isEqualTo(network.predict(pixels)[0]);
      assertThat(model.strokes().weights()).hasSize(2);
      assertThat(model.network()).isSameAs(network);
    }
  }

  @Test
  void anotherNetworkIsRefusedForIt() {
    try (Network other = Network.builder(Chains.convolutionalDigits()).build()) {
      assertThatThrownBy(() -> DenseDigitsModel.of(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("ConvolutionalDigits is not DenseDigits:")
          .hasMessageContaining("pixels: expected an input: 784, found none")
          .hasMessageContaining(
              "digit: expected @Dense(units = 10, activation = SOFTMAX) of shapes");
    }
  }
}
