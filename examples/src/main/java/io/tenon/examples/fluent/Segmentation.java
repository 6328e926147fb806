package io.tenon.examples.fluent;

import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Padding.SAME;

import io.tenon.dsl.ImageStage;
import io.tenon.dsl.Networks;
import io.tenon.graph.Graph;

/** {@link io.tenon.examples.gallery.UNet}: blocks in loops. */
public final class Segmentation {
  private Segmentation() {}

  /** The whole. */
  public static Graph uNet() {
    ImageStage block =
        Networks.sequential("UNet")
            .image("photo", 160, 160, 3)
            .conv2D(32, 3, entry -> entry.name("entry").strides(2).padding(SAME))
            .batchNormalization(even -> even.name("evenEntry"))
            .relu(active -> active.name("block0"));
    int number = 1;
    for (int filters : new int[] {64, 128, 256}) {
      block = smaller(block, filters, number++);
    }
    for (int filters : new int[] {256, 128, 64, 32}) {
      block = larger(block, filters, number++);
    }
    return block
        .conv2D(3, 3, parts -> parts.name("parts").padding(SAME).activation(SOFTMAX))
        .graph(SPARSE_CATEGORICAL_CROSSENTROPY);
  }

  private static ImageStage smaller(ImageStage block, int filters, int number) {
    ImageStage x = block;
    for (String half : new String[] {number + "a", number + "b"}) {
      x =
          x.relu(active -> active.name("active" + half))
              .separableConv2D(filters, 3, down -> down.name("down" + half).padding(SAME))
              .batchNormalization(even -> even.name("even" + half));
    }
    ImageStage shortcut =
        block.conv2D(filters, 1, conv -> conv.name("shortcut" + number).strides(2).padding(SAME));
    return x.maxPooling2D(3, pooling -> pooling.name("pooled" + number).strides(2).padding(SAME))
        .add(shortcut, sum -> sum.name("block" + number));
  }

  private static ImageStage larger(ImageStage block, int filters, int number) {
    ImageStage x = block;
    for (String half : new String[] {number + "a", number + "b"}) {
      x =
          x.relu(active -> active.name("active" + half))
              .conv2DTranspose(filters, 3, up -> up.name("up" + half).padding(SAME))
              .batchNormalization(even -> even.name("even" + half));
    }
    ImageStage shortcut =
        block
            .upSampling2D(wide -> wide.name("wide" + number))
            .conv2D(filters, 1, conv -> conv.name("shortcut" + number).padding(SAME));
    return x.upSampling2D(larger -> larger.name("larger" + number))
        .add(shortcut, sum -> sum.name("block" + number));
  }
}
