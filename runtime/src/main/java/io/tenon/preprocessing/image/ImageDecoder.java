package io.tenon.preprocessing.image;

import io.tenon.preprocessing.UnreadableFileException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads image files by ImageIO, in all formats it knows or is taught; whole images or none. */
final class ImageDecoder {
  private ImageDecoder() {}

  /** Whether a file's ending is that of a format that can be read. */
  static boolean isKnown(Path file) {
    String name = file.getFileName().toString();
    String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ImageIO.getImageReadersBySuffix(suffix).hasNext();
  }

  /**
   * The first image in a file.
   *
   * @throws UnreadableFileException if there is no file, it is no image, or it is cut off
   */
  static BufferedImage read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableFileException(file, "there is no such file");
    }
    try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
      if (stream == null) {
        throw new UnreadableFileException(file, "cannot be opened");
      }
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new UnreadableFileException(
            file,
            "no image of a known format; these are "
                + String.join(", ", ImageIO.getReaderFileSuffixes()));
      }
      return read(file, readers.next(), stream);
    } catch (IOException e) {
      throw broken(file, e);
    }
  }

  private static BufferedImage read(Path file, ImageReader reader, ImageInputStream stream)
      throws IOException {
    List<String> cut = new ArrayList<>();
    try {
      reader.setInput(stream, true, true);
      // The reader of JPEG fills what is missing with grey, and only warns. A file that lacks no
      // more than the marker at its end is whole.
      reader.addIIOReadWarningListener(
          (source, warning) -> {
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
              cut.add(warning);
            }
          });
      BufferedImage image = reader.read(0);
      if (!cut.isEmpty()) {
        throw new UnreadableFileException(file, "the image is cut off: " + cut.get(0));
      }
      return image;
    } catch (UnreadableFileException e) {
      throw e;
    } catch (RuntimeException e) {
      // Readers meet broken data with whatever their arithmetic throws.
      throw broken(file, e);
    } finally {
      reader.dispose();
    }
  }

  private static UnreadableFileException broken(Path file, Exception cause) {
    return new UnreadableFileException(
        file, "the image is damaged or cut off: " + cause.getMessage(), cause);
  }
}
