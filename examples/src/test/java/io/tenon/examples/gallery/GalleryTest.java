package io.tenon.examples.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The numbers of parameters are those that Keras's {@code summary()} gives: printed on the page
 * that each model's javadoc names, layer by layer, but for the visual question answering of Keras
 * 2's guide, and the Siamese network's parts. Those follow from the layers' documentation: (inputs
 * + 1) * units of a dense layer, (kernel elements * channels + 1) * filters of a convolution, 4 *
 * ((inputs + units) * units + units) of an LSTM, 4 * channels of a batch normalization.
 */
final class GalleryTest {
  private static void assertParameters(Graph graph, String expected) {
    String found =
        graph.layers().stream()
            .filter(layer -> layer.parameters() > 0)
            .map(GalleryTest::line)
            .collect(Collectors.joining());
    assertThat(found + String.format(Locale.ROOT, "%,d", graph.parameters())).isEqualTo(expected);
  }

  private static String line(Node layer) {
    return String.format(Locale.ROOT, "%s %,d\n", layer.layer(), layer.parameters());
  }

  @Test
  void denseDigits() {
    assertParameters(
        DenseDigitsModel.graph(),
        """
        strokes 50,240
        shapes 4,160
        digit 650
        55,050""");
  }

  @Test
  void convolutionalDigits() {
    assertParameters(
        ConvolutionalDigitsModel.graph(),
        """
        edges 320
        shapes 18,496
        digit 16,010
        34,826""");
  }

  @Test
  void textConvolutions() {
    assertParameters(
        TextConvolutionsModel.graph(),
        """
        meanings 2,560,000
        phrases 114,816
        sentences 114,816
        hidden 16,512
        good 129
        2,806,273""");
  }

  @Test
  void lstmSentiment() {
    assertParameters(
        LstmSentimentModel.graph(),
        """
        meanings 2,560,000
        context 98,816
        summary 98,816
        good 129
        2,757,761""");
  }

  @Test
  void siameseDigits() {
    assertParameters(
        SiameseDigitsModel.graph(),
        """
        embedding/even 4
        embedding/edges 104
        embedding/shapes 1,616
        embedding/evenFeatures 1,024
        embedding/place 2,570
        evenDistance 4
        different 2
        5,324""");
  }

  @Test
  void questionAnswering() {
    assertParameters(
        QuestionAnsweringModel.graph(),
        """
        reader/edges 1,792
        reader/corners 36,928
        reader/curves 73,856
        reader/textures 147,584
        reader/parts 295,168
        reader/shapes 590,080
        reader/objects 590,080
        words 2,560,000
        asked 525,312
        answer 160,257,000
        165,077,800""");
  }

  @Test
  void autoencoder() {
    assertParameters(
        AutoencoderModel.graph(),
        """
        edges 320
        shapes 9,248
        larger 9,248
        fullSize 9,248
        clean 289
        28,353""");
  }

  @Test
  void toyResNet() {
    assertParameters(
        ToyResNetModel.graph(),
        """
        edges 896
        corners 18,496
        first2 36,928
        second2 36,928
        first3 36,928
        second3 36,928
        shapes 36,928
        hidden 16,640
        label 2,570
        223,242""");
  }

  @Test
  void uNet() {
    assertParameters(
        UNetModel.graph(),
        """
        entry 896
        evenEntry 128
        down1a 2,400
        even1a 256
        down1b 4,736
        even1b 256
        shortcut1 2,112
        down2a 8,896
        even2a 512
        down2b 17,664
        even2b 512
        shortcut2 8,320
        down3a 34,176
        even3a 1,024
        down3b 68,096
        even3b 1,024
        shortcut3 33,024
        up4a 590,080
        even4a 1,024
        up4b 590,080
        even4b 1,024
        shortcut4 65,792
        up5a 295,040
        even5a 512
        up5b 147,584
        even5b 512
        shortcut5 32,896
        up6a 73,792
        even6a 256
        up6b 36,928
        even6b 256
        shortcut6 8,256
        up7a 18,464
        even7a 128
        up7b 9,248
        even7b 128
        shortcut7 2,080
        parts 867
        2,058,979""");
  }

  /** Keras gives 646,400 for both embeddings in one layer, 10,656 for the transformer block. */
  @Test
  void textTransformer() {
    assertParameters(
        TextTransformerModel.graph(),
        """
        meanings 640,000
        positions 6,400
        attended 8,416
        even 64
        wide 1,056
        narrow 1,056
        encoded 64
        hidden 660
        opinion 42
        657,758""");
  }
}
