package io.tenon.preprocessing.image;

import io.tenon.data.DataException;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Images of an array: (images, height, width, channels). */
final class ArraySource implements ImageSource {
  private final INDArray images;
  private final @Nullable INDArray labels;
  private final int from;
  private final int to;

  /** The images of those indexes. Both arrays are copied. */
  ArraySource(INDArray images, @Nullable INDArray labels, int from, int to) {
    if (images.rank() != 4) {
      throw new DataException(
          "expected images (images, height, width, channels), found shape "
              + Arrays.toString(images.shape()));
    }
    if (labels != null && labels.size(0) != images.size(0)) {
      throw new DataException(
          "there are %d images, but %d labels; each image needs its own"
              .formatted(images.size(0), labels.size(0)));
    }
    this.images = images.castTo(DataType.FLOAT).dup('c');
    this.labels = labels == null ? null : labels.dup('c');
    this.from = from;
    this.to = to;
  }

  @Override
  public int size() {
    return to - from;
  }

  @Override
  public Picture image(int index) {
    int height = (int) images.size(1);
    int width = (int) images.size(2);
    int channels = (int) images.size(3);
    Picture picture = Picture.blank(height, width, channels);
    long size = picture.pixels().length;
    try {
      new FloatPointer(images.data().addressPointer())
          .position((from + index) * size)
          .get(picture.pixels());
    } finally {
      Reference.reachabilityFence(images);
    }
    return picture;
  }

  @Override
  public Optional<INDArray> labels(int[] indexes, INDArray batch) {
    if (labels == null) {
      return Optional.empty();
    }
    long[] shape = labels.shape().clone();
    shape[0] = indexes.length;
    INDArray gathered = Nd4j.create(labels.dataType(), shape, 'c');
    long row = labels.length() / labels.size(0);
    INDArray rows = labels.reshape('c', labels.size(0), row);
    INDArray target = gathered.reshape('c', indexes.length, row);
    for (int i = 0; i < indexes.length; i++) {
      target.getRow(i).assign(rows.getRow(from + indexes[i]));
    }
    return Optional.of(gathered);
  }
}
