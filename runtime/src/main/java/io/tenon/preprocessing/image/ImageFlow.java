package io.tenon.preprocessing.image;

import io.tenon.data.DataException;
import io.tenon.preprocessing.Batch;
import io.tenon.preprocessing.BatchSequence;
import io.tenon.preprocessing.UnreadableFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Images in batches, transformed and standardized: x is (images, height, width, channels) float32.
 * Made by {@link ImageDataGenerator}. A walk over it has several threads make batches ahead.
 */
public final class ImageFlow implements BatchSequence {
  // Golden-ratio steps keep the streams of neighbouring epochs and images apart.
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final ImageDataGenerator generator;
  private final ImageSource source;
  private final FlowOptions<?> options;
  private final List<String> classNames;
  private final List<Path> files;
  private final boolean skips;
  private final Map<Integer, String> unreadable = new ConcurrentSkipListMap<>();
  private volatile int epoch;

  ImageFlow(ImageDataGenerator generator, ImageSource source, FlowOptions<?> options) {
    this.generator = generator;
    this.source = source;
    this.options = options;
    boolean isFolder = source instanceof DirectorySource;
    this.classNames = isFolder ? ((DirectorySource) source).names() : List.of();
    this.files = isFolder ? List.copyOf(((DirectorySource) source).files()) : List.of();
    this.skips =
        options instanceof DirectoryFlowOptions folder && folder.unreadable == Unreadable.SKIP;
    if (source.size() == 0) {
      throw new DataException(
          "there are no images in the subset %s; set validationSplit, or take ALL"
              .formatted(options.subset));
    }
  }

  /** The number of batches in an epoch. */
  @Override
  public int size() {
    return (source.size() + options.batchSize - 1) / options.batchSize;
  }

  /** The number of images in an epoch. */
  public int samples() {
    return source.size();
  }

  /** The classes by number; none if the images are of an array. */
  public List<String> classNames() {
    return classNames;
  }

  /** The files of the images by number; none if these are of an array. */
  public List<Path> files() {
    return files;
  }

  /** What was wrong with each image that has been left out so far, file and reason. */
  public List<String> unreadable() {
    return List.copyOf(unreadable.values());
  }

  /**
   * One batch of this epoch.
   *
   * @throws UnreadableFileException if an image cannot be read, and none are to be left out
   * @throws DataException if all its images had to be left out
   */
  @Override
  public Batch get(int index) {
    Objects.checkIndex(index, size());
    return batch(epoch, index)
        .orElseThrow(
            () -> new DataException("none of the images of batch %d can be read".formatted(index)));
  }

  @Override
  public synchronized void onEpochEnd() {
    epoch++;
  }

  /** The batches of this epoch, without those of which no image can be read. */
  @Override
  public Iterator<Batch> iterator() {
    int current = epoch;
    return new Ahead<>(size(), options.threads, i -> batch(current, i), this::onEpochEnd);
  }

  private Optional<Batch> batch(int current, int index) {
    int from = index * options.batchSize;
    int[] order = order(current);
    int[] taken = Arrays.copyOfRange(order, from, Math.min(order.length, from + options.batchSize));
    Picture[] pictures = new Picture[taken.length];
    int count = 0;
    for (int i = 0; i < taken.length; i++) {
      Optional<Picture> picture = prepared(taken[i], (long) current * order.length + from + i);
      if (picture.isPresent()) {
        taken[count] = taken[i];
        pictures[count++] = picture.get();
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    INDArray x = join(Arrays.copyOf(pictures, count));
    save(x, current, from);
    return Optional.of(
        source
            .labels(Arrays.copyOf(taken, count), x)
            .map(labels -> Batch.of(x, labels))
            .orElseGet(() -> Batch.of(x)));
  }

  private Optional<Picture> prepared(int image, long drawing) {
    Picture picture;
    try {
      picture = source.image(image);
    } catch (UnreadableFileException e) {
      if (!skips) {
        throw e;
      }
      unreadable.put(image, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
    SplittableRandom random = new SplittableRandom(options.seed + GOLDEN * (drawing + 1));
    return Optional.of(generator.prepare(picture, random));
  }

  private int[] order(int current) {
    int[] order = new int[source.size()];
    Arrays.setAll(order, i -> i);
    if (options.shuffle) {
      SplittableRandom random = new SplittableRandom(~options.seed + GOLDEN * (current + 1L));
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
      }
    }
    return order;
  }

  private static INDArray join(Picture[] pictures) {
    Picture first = pictures[0];
    int size = first.pixels().length;
    float[] flat = new float[Math.multiplyExact(size, pictures.length)];
    for (int i = 0; i < pictures.length; i++) {
      System.arraycopy(pictures[i].pixels(), 0, flat, i * size, size);
    }
    return Nd4j.createFromArray(flat)
        .reshape('c', pictures.length, first.height(), first.width(), first.channels());
  }

  private void save(INDArray x, int current, int from) {
    Path folder = options.saveToDir;
    if (folder == null) {
      return;
    }
    for (int i = 0; i < x.size(0); i++) {
      String name =
          "%s_%d_%d.%s".formatted(options.savePrefix, current, from + i, options.saveFormat);
      Images.save(folder.resolve(name), x.slice(i));
    }
  }
}
