package io.tenon.examples.fluent;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.CATEGORICAL_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;
import static io.tenon.Padding.SAME;

import io.tenon.dsl.ImageStage;
import io.tenon.dsl.Networks;
import io.tenon.graph.Graph;

/** {@link io.tenon.examples.gallery.ToyResNet}: blocks with shortcuts. */
public final class Shortcuts {
  private Shortcuts() {}

  /** The whole. */
  public static Graph toyResNet() {
    ImageStage block =
        Networks.sequential("ToyResNet")
            .image("photo", 32, 32, 3)
            .conv2D(32, 3, edges -> edges.name("edges").activation(RELU))
            .conv2D(64, 3, corners -> corners.name("corners").activation(RELU))
            .maxPooling2D(3, pooling -> pooling.name("block1"));
    for (int number = 2; number <= 3; number++) {
      block = residual(block, number);
    }
    return block
        .conv2D(64, 3, shapes -> shapes.name("shapes").activation(RELU))
        .globalAveragePooling2D(features -> features.name("features"))
        .dense(256, hidden -> hidden.name("hidden").activation(RELU))
        .dropout(0.5, dropped -> dropped.name("dropped"))
        .dense(10, label -> label.name("label").activation(SOFTMAX))
        .graph(CATEGORICAL_CROSSENTROPY, ACCURACY);
  }

  private static ImageStage residual(ImageStage block, int number) {
    return block
        .conv2D(64, 3, conv -> conv.name("first" + number).padding(SAME).activation(RELU))
        .conv2D(64, 3, conv -> conv.name("second" + number).padding(SAME).activation(RELU))
        .add(block, sum -> sum.name("block" + number));
  }
}
