package io.tenon.preprocessing.image;

import io.tenon.data.DataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Images in batches, each time a little different: Keras's {@code ImageDataGenerator}.
 *
 * <pre>{@code
 * ImageDataGenerator generator =
 *     ImageDataGenerator.of(image -> image.rotationRange(15).zoomRange(0.1).rescale(1 / 255.0));
 * for (Batch batch : generator.flowFromDirectory(folder, flow -> flow.targetSize(64, 64))) { ... }
 * }</pre>
 */
public final class ImageDataGenerator {
  private final ImageOptions options;
  private final ImageTransform transform;
  private volatile Standardizer standardizer;

  private ImageDataGenerator(ImageOptions options) {
    this.options = options;
    this.transform = new ImageTransform(options.fillMode, options.cval, options.interpolationOrder);
    this.standardizer = Standardizer.of(options);
  }

  /** Does what the options say. */
  public static ImageDataGenerator of(Consumer<? super ImageOptions> options) {
    ImageOptions read = new ImageOptions();
    options.accept(read);
    return new ImageDataGenerator(read.settled());
  }

  /**
   * Learns the means, deviations and correlations of a data set, where the options need them.
   *
   * @param images (images, height, width, channels)
   * @throws DataException if they are of another rank
   */
  public void fit(INDArray images) {
    standardizer = Standardizer.fitted(options, pictures(images), (int) images.size(0));
  }

  /**
   * Learns from images transformed at random, each so many times over.
   *
   * @param images (images, height, width, channels)
   * @param rounds at least 1
   * @throws DataException if they are of another rank
   */
  public void fit(INDArray images, int rounds, long seed) {
    List<Picture> pictures = pictures(images);
    List<Picture> augmented = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < rounds; round++) {
      for (Picture picture : pictures) {
        augmented.add(transform.apply(picture, draw(picture.height(), picture.width(), random)));
      }
    }
    standardizer = Standardizer.fitted(options, augmented, augmented.size());
  }

  /** A transform as the options allow it, for images of a size. Keras's get_random_transform. */
  public TransformParameters randomTransformParameters(int height, int width, long seed) {
    return draw(height, width, new SplittableRandom(seed));
  }

  TransformParameters draw(int height, int width, SplittableRandom random) {
    TransformParameters drawn = new TransformParameters();
    drawn.theta(Range.around(0, options.rotationRange).draw(random));
    drawn.tx(shift(options.heightShiftRange, height, random));
    drawn.ty(shift(options.widthShiftRange, width, random));
    drawn.shear(Range.around(0, options.shearRange).draw(random));
    drawn.zx(options.zoomRange.draw(random));
    drawn.zy(options.zoomRange.draw(random));
    drawn.flipHorizontal(options.horizontalFlip && random.nextBoolean());
    drawn.flipVertical(options.verticalFlip && random.nextBoolean());
    drawn.channelShiftIntensity(Range.around(0, options.channelShiftRange).draw(random));
    Range brightness = options.brightnessRange;
    if (brightness != null) {
      drawn.brightness(brightness.draw(random));
    }
    return drawn;
  }

  private static double shift(double range, int size, SplittableRandom random) {
    return Range.around(0, range).draw(random) * (range < 1 ? size : 1);
  }

  /**
   * One image transformed as told: (height, width, channels) float32. Keras's apply_transform.
   *
   * @throws DataException if the image has another rank
   */
  public INDArray applyTransform(INDArray image, TransformParameters parameters) {
    return transform.apply(Picture.of(image), parameters).toArray();
  }

  /**
   * One image transformed at random: (height, width, channels) float32. Keras's random_transform.
   */
  public INDArray randomTransform(INDArray image, long seed) {
    Picture picture = Picture.of(image);
    TransformParameters drawn = randomTransformParameters(picture.height(), picture.width(), seed);
    return transform.apply(picture, drawn).toArray();
  }

  /**
   * One image on the scale that the options ask for: (height, width, channels) float32.
   *
   * @throws IllegalStateException if that needs {@code fit}, and it was not called
   */
  public INDArray standardize(INDArray image) {
    return standardizer.apply(Picture.of(image)).toArray();
  }

  /** Transformed at random, then standardized. */
  Picture prepare(Picture picture, SplittableRandom random) {
    TransformParameters drawn = draw(picture.height(), picture.width(), random);
    return standardizer.apply(transform.apply(picture, drawn));
  }

  /** {@link #flow(INDArray, INDArray, Consumer)} with the defaults. */
  public ImageFlow flow(INDArray images, INDArray labels) {
    return flow(images, labels, flow -> {});
  }

  /**
   * Images of an array with labels, in batches. Both are copied. Keras's {@code flow}.
   *
   * @param images (images, height, width, channels)
   * @param labels (images, ...)
   * @throws DataException if images have another rank, there are not as many labels, or the subset
   *     is empty
   */
  public ImageFlow flow(
      INDArray images, INDArray labels, Consumer<? super ArrayFlowOptions> options) {
    return flowOf(images, labels, options);
  }

  /**
   * Images of an array without labels, in batches. They are copied.
   *
   * @param images (images, height, width, channels)
   * @throws DataException if they have another rank, or the subset is empty
   */
  public ImageFlow flow(INDArray images, Consumer<? super ArrayFlowOptions> options) {
    return flowOf(images, null, options);
  }

  private ImageFlow flowOf(
      INDArray images, @Nullable INDArray labels, Consumer<? super ArrayFlowOptions> flowOptions) {
    ArrayFlowOptions read = new ArrayFlowOptions();
    flowOptions.accept(read);
    int count = (int) images.size(0);
    int from = read.subset.from(count, options.validationSplit);
    int to = read.subset.to(count, options.validationSplit);
    return new ImageFlow(this, new ArraySource(images, labels, from, to), read);
  }

  /** {@link #flowFromDirectory(Path, Consumer)} with the defaults. */
  public ImageFlow flowFromDirectory(Path folder) {
    return flowFromDirectory(folder, flow -> {});
  }

  /**
   * Images in a folder of folders, each of these a class, in batches; read when they are needed.
   * Keras's {@code flow_from_directory}.
   *
   * @throws DataException if there is no such folder, it has no classes, these no images, or the
   *     subset is empty
   */
  public ImageFlow flowFromDirectory(
      Path folder, Consumer<? super DirectoryFlowOptions> flowOptions) {
    DirectoryFlowOptions read = new DirectoryFlowOptions();
    flowOptions.accept(read);
    return new ImageFlow(this, new DirectorySource(folder, read, options.validationSplit), read);
  }

  private static List<Picture> pictures(INDArray images) {
    if (images.rank() != 4) {
      throw new DataException(
          "expected images (images, height, width, channels), found shape "
              + Arrays.toString(images.shape()));
    }
    int height = (int) images.size(1);
    int width = (int) images.size(2);
    int channels = (int) images.size(3);
    int size = height * width * channels;
    float[] all = images.castTo(DataType.FLOAT).dup('c').data().asFloat();
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < images.size(0); i++) {
      pictures.add(
          new Picture(Arrays.copyOfRange(all, i * size, (i + 1) * size), height, width, channels));
    }
    return pictures;
  }
}
