package io.tenon.preprocessing.image;

import io.tenon.data.DataException;
import io.tenon.preprocessing.UnreadableFileException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Image files and arrays: Keras's {@code load_img}, {@code save_img} and what is between. */
public final class Images {
  private static final Set<Integer> CHANNELS = Set.of(1, 3, 4);
  private static final float WHITE = 255;

  private Images() {}

  /** {@link #load(Path, Consumer)} in red, green and blue, at its own size. */
  public static INDArray load(Path file) {
    return load(file, image -> {});
  }

  /**
   * Reads an image file of any format that ImageIO knows: (height, width, channels) float32, from 0
   * to 255. Keras's {@code load_img} and {@code img_to_array}.
   *
   * @throws UnreadableFileException if there is no such file, it is no image, or it is cut off
   */
  public static INDArray load(Path file, Consumer<? super LoadOptions> options) {
    return PictureCodec.decode(ImageDecoder.read(file), read(options)).toArray();
  }

  /** An image of AWT as an array: (height, width, channels) float32, from 0 to 255. */
  public static INDArray toArray(BufferedImage image, Consumer<? super LoadOptions> options) {
    return PictureCodec.decode(image, read(options)).toArray();
  }

  private static LoadOptions read(Consumer<? super LoadOptions> options) {
    LoadOptions read = new LoadOptions();
    options.accept(read);
    return read;
  }

  /**
   * An array as an image of AWT. Keras's {@code array_to_img}.
   *
   * @param image (height, width, channels), with 1, 3 or 4 channels
   * @param scale whether its smallest value becomes 0 and its largest 255; if not, values are cut
   *     to whole ones from 0 to 255
   * @throws DataException if the shape is another
   */
  public static BufferedImage toImage(INDArray image, boolean scale) {
    Picture picture = Picture.of(image);
    if (!CHANNELS.contains(picture.channels())) {
      throw new DataException(
          "an image has 1, 3 or 4 channels, last of its axes; found " + picture.channels());
    }
    return PictureCodec.encode(scale ? scaled(picture) : picture);
  }

  private static Picture scaled(Picture picture) {
    float min = picture.min();
    float range = picture.max() - min;
    float[] pixels = picture.pixels().clone();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = range == 0 ? 0 : (pixels[i] - min) / range * WHITE;
    }
    return new Picture(pixels, picture.height(), picture.width(), picture.channels());
  }

  /** {@link #save(Path, INDArray, boolean)}, scaled as Keras does. */
  public static void save(Path file, INDArray image) {
    save(file, image, true);
  }

  /**
   * Writes an image, in the format that the file's ending says. Keras's {@code save_img}.
   *
   * @param image (height, width, channels), with 1, 3 or 4 channels
   * @param scale whether its smallest value becomes 0 and its largest 255
   * @throws DataException if the shape is another
   * @throws IllegalArgumentException if the format is not known, or cannot hold such an image
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void save(Path file, INDArray image, boolean scale) {
    BufferedImage made = toImage(image, scale);
    String name = String.valueOf(file.getFileName());
    String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!ImageIO.getImageWritersBySuffix(format).hasNext()) {
      throw new IllegalArgumentException(
          "%s: no known image format; these are %s"
              .formatted(file, String.join(", ", ImageIO.getWriterFileSuffixes())));
    }
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (!ImageIO.write(made, format, file.toFile())) {
        throw new IllegalArgumentException(
            "%s: the format cannot hold %d channels".formatted(file, image.size(2)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
