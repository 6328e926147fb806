package io.tenon.examples.fluent;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.Loss.CATEGORICAL_CROSSENTROPY;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;
import static io.tenon.Padding.SAME;
import static io.tenon.dsl.Layers.lstm;

import io.tenon.dsl.Networks;
import io.tenon.graph.Graph;

/** Models in which each layer reads the one before it. */
public final class Chains {
  private Chains() {}

  /** {@link io.tenon.examples.gallery.DenseDigits}. */
  public static Graph denseDigits() {
    return Networks.sequential("DenseDigits")
        .vector("pixels", 784)
        .dense(64, strokes -> strokes.name("strokes").activation(RELU))
        .dense(64, shapes -> shapes.name("shapes").activation(RELU))
        .dense(10, digit -> digit.name("digit").activation(SOFTMAX))
        .graph(SPARSE_CATEGORICAL_CROSSENTROPY, ACCURACY);
  }

  /** {@link io.tenon.examples.gallery.ConvolutionalDigits}. */
  public static Graph convolutionalDigits() {
    return Networks.sequential("ConvolutionalDigits")
        .image("picture", 28, 28, 1)
        .conv2D(32, 3, edges -> edges.name("edges").activation(RELU))
        .maxPooling2D(2, smaller -> smaller.name("smaller"))
        .conv2D(64, 3, shapes -> shapes.name("shapes").activation(RELU))
        .maxPooling2D(2, smallest -> smallest.name("smallest"))
        .flatten(features -> features.name("features"))
        .dropout(0.5, dropped -> dropped.name("dropped"))
        .dense(10, digit -> digit.name("digit").activation(SOFTMAX))
        .graph(CATEGORICAL_CROSSENTROPY, ACCURACY);
  }

  /** {@link io.tenon.examples.gallery.Autoencoder}. */
  public static Graph autoencoder() {
    return Networks.sequential("Autoencoder")
        .image("noisy", 28, 28, 1)
        .conv2D(32, 3, edges -> edges.name("edges").padding(SAME).activation(RELU))
        .maxPooling2D(2, smaller -> smaller.name("smaller").padding(SAME))
        .conv2D(32, 3, shapes -> shapes.name("shapes").padding(SAME).activation(RELU))
        .maxPooling2D(2, code -> code.name("code").padding(SAME))
        .conv2DTranspose(
            32, 3, larger -> larger.name("larger").strides(2).padding(SAME).activation(RELU))
        .conv2DTranspose(
            32, 3, full -> full.name("fullSize").strides(2).padding(SAME).activation(RELU))
        .conv2D(1, 3, clean -> clean.name("clean").padding(SAME).activation(SIGMOID))
        .graph(BINARY_CROSSENTROPY);
  }

  /** {@link io.tenon.examples.gallery.TextConvolutions}. */
  public static Graph textConvolutions() {
    return Networks.sequential("TextConvolutions")
        .tokens("words", "time")
        .embedding(20_000, 128, meanings -> meanings.name("meanings"))
        .dropout(0.5, dropped -> dropped.name("dropped"))
        .conv1D(128, 7, phrases -> phrases.name("phrases").strides(3).activation(RELU))
        .conv1D(128, 7, sentences -> sentences.name("sentences").strides(3).activation(RELU))
        .globalMaxPooling1D(strongest -> strongest.name("strongest"))
        .dense(128, hidden -> hidden.name("hidden").activation(RELU))
        .dropout(0.5, dropped -> dropped.name("hiddenDropped"))
        .dense(1, good -> good.name("good").activation(SIGMOID))
        .graph(BINARY_CROSSENTROPY, ACCURACY);
  }

  /** {@link io.tenon.examples.gallery.LstmSentiment}. */
  public static Graph lstmSentiment() {
    return Networks.sequential("LstmSentiment")
        .tokens("words", "time")
        .embedding(20_000, 128, meanings -> meanings.name("meanings"))
        .bidirectional(lstm(64).returnSequences(), context -> context.name("context"))
        .bidirectional(lstm(64), summary -> summary.name("summary"))
        .dense(1, good -> good.name("good").activation(SIGMOID))
        .graph(BINARY_CROSSENTROPY, ACCURACY);
  }
}
