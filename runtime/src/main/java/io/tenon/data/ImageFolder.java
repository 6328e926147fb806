package io.tenon.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A folder of images with a folder for each class, as {@code
 * keras.utils.image_dataset_from_directory} reads it: classes are numbered in alphabetical order.
 */
public final class ImageFolder {
  private static final Set<String> ENDINGS = Set.of("bmp", "gif", "jpeg", "jpg", "png");

  private final List<String> classes;
  private final List<Entry> files;

  /**
   * An image file.
   *
   * @param file where it is
   * @param classNumber the place of its folder among {@link #classes}
   */
  public record Entry(Path file, int classNumber) {}

  private ImageFolder(List<String> classes, List<Entry> files) {
    this.classes = List.copyOf(classes);
    this.files = List.copyOf(files);
  }

  /**
   * Finds the images of a folder, in the folders of its folders too.
   *
   * @throws DataException if it is no folder, or there is no folder or image in it
   */
  public static ImageFolder of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new DataException(folder + " is not a folder");
    }
    List<Path> folders = list(folder, 1).filter(Files::isDirectory).toList();
    List<String> classes = new ArrayList<>();
    List<Entry> files = new ArrayList<>();
    for (Path one : folders) {
      list(one, Integer.MAX_VALUE)
          .filter(ImageFolder::isImage)
          .forEach(file -> files.add(new Entry(file, classes.size())));
      classes.add(one.getFileName().toString());
    }
    if (files.isEmpty()) {
      throw new DataException(
          "%s holds no images; expected a folder for each class, with files that end in %s"
              .formatted(folder, String.join(", ", ENDINGS.stream().sorted().toList())));
    }
    return new ImageFolder(classes, files);
  }

  /** What lies in a folder, in alphabetical order, so that every machine sees the same. */
  private static Stream<Path> list(Path folder, int depth) {
    try (Stream<Path> found = Files.walk(folder, depth)) {
      return found.filter(path -> !path.equals(folder)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
  }

  /** The names of the classes; the place of each is its number. */
  public List<String> classes() {
    return classes;
  }

  /** The image files and their classes. */
  public List<Entry> files() {
    return files;
  }

  /**
   * The images as samples, one by one, in the order of the files; {@link Dataset#shuffle} before
   * {@link Dataset#batch}.
   *
   * @param input the name of the model's input
   * @param label the name of its output, whose labels are class numbers
   * @param threads how many images are decoded at a time
   * @param decode makes an image an array of the input's shape
   */
  public Dataset<Samples> samples(
      String input, String label, int threads, Function<Path, INDArray> decode) {
    return Dataset.of(files)
        .map(
            threads,
            entry -> {
              INDArray image = decode.apply(entry.file());
              return Samples.builder()
                  .input(input, Nd4j.expandDims(image, 0))
                  .label(label, Nd4j.createFromArray(entry.classNumber()))
                  .build();
            });
  }
}
