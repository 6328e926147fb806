package io.tenon.examples.fluent;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
}
