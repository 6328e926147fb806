package io.tenon.preprocessing.image;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where a flow gets images and labels from, by number. Any thread may ask. */
interface ImageSource {
  /** How many there are. */
  int size();

  /**
   * An image, which the caller may change.
   *
   * @throws io.tenon.preprocessing.UnreadableFileException if it cannot be read
   */
  Picture image(int index);

  /** The labels of some images: (images, ...), if there are any. */
  Optional<INDArray> labels(int[] indexes, INDArray images);
}
