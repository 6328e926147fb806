package io.tenon.examples.fluent;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;
import static io.tenon.Padding.SAME;

import io.tenon.dsl.FunctionalNetwork;
import io.tenon.dsl.ImageStage;
import io.tenon.dsl.Networks;
import io.tenon.dsl.VectorStage;
import io.tenon.graph.Graph;

/** {@link io.tenon.examples.gallery.QuestionAnswering}: two inputs that meet. */
public final class Questions {
  private Questions() {}

  /** The whole. */
  public static Graph questionAnswering() {
    FunctionalNetwork network = Networks.functional("QuestionAnswering");
    VectorStage seen =
        network
            .image("photo", 224, 224, 3)
            .then(network.model("reader", pictureReader()).named("seen"))
            .asVector();
    VectorStage asked =
        network
            .tokens("question", 100)
            .embedding(10_000, 256, words -> words.name("words"))
            .lstm(256, lstm -> lstm.name("asked"));
    return asked
        .concatenate(seen, both -> both.name("both"))
        .dense(1000, answer -> answer.name("answer").activation(SOFTMAX))
        .graph(SPARSE_CATEGORICAL_CROSSENTROPY, ACCURACY);
  }

  /** {@link io.tenon.examples.gallery.PictureReader}. */
  public static Graph pictureReader() {
    ImageStage photo = Networks.sequential("PictureReader").image("photo", 224, 224, 3);
    ImageStage curves = pair(photo, 64, "edges", "corners", "smaller");
    ImageStage parts = pair(curves, 128, "curves", "textures", "evenSmaller");
    return pair(
            parts.conv2D(256, 3, conv -> conv.name("parts").padding(SAME).activation(RELU)),
            "shapes",
            "objects",
            "smallest")
        .flatten(features -> features.name("features"))
        .graph();
  }

  private static ImageStage pair(
      ImageStage image, int filters, String first, String second, String pooling) {
    return image
        .conv2D(filters, 3, conv -> conv.name(first).padding(SAME).activation(RELU))
        .conv2D(filters, 3, conv -> conv.name(second).activation(RELU))
        .maxPooling2D(2, smaller -> smaller.name(pooling));
  }

  private static ImageStage pair(ImageStage image, String first, String second, String pooling) {
    return image
        .conv2D(256, 3, conv -> conv.name(first).activation(RELU))
        .conv2D(256, 3, conv -> conv.name(second).activation(RELU))
        .maxPooling2D(2, smaller -> smaller.name(pooling));
  }
}
