package io.tenon.preprocessing;

import io.tenon.data.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Files sorted into folders by their class, as Keras's {@code flow_from_directory} reads them: the
 * classes by name, the files of each, however deep, by path. Hidden files and folders are left out.
 *
 * @param names the classes, by number
 * @param files all files, those of a class together
 * @param classes the number of the class of each file
 */
public record ClassFolders(List<String> names, List<Path> files, List<Integer> classes) {
  // A folder's own files before those of the folders in it, as Keras walks.
  private static final Comparator<Path> ORDER =
      Comparator.<Path, String>comparing(path -> String.valueOf(path.getParent()))
          .thenComparing(path -> path.getFileName().toString());

  /** The lists are copied. */
  public ClassFolders {
    names = List.copyOf(names);
    files = List.copyOf(files);
    classes = List.copyOf(classes);
  }

  /**
   * All folders in a folder.
   *
   * @param accepted which files count
   * @throws DataException if there is no such folder, it has no folders, or these have no such
   *     files
   */
  public static ClassFolders of(Path folder, Predicate<Path> accepted) {
    requireFolder(folder);
    List<String> names =
        list(folder, 1).stream()
            .filter(Files::isDirectory)
            .map(path -> path.getFileName().toString())
            .filter(name -> !name.startsWith("."))
            .toList();
    if (names.isEmpty()) {
      throw new DataException(folder + ": expected a folder for each class in it, found none");
    }
    return of(folder, names, accepted);
  }

  /**
   * The folders of those classes, in that order.
   *
   * @param accepted which files count
   * @throws DataException if a folder is missing, or they have no such files
   */
  public static ClassFolders of(Path folder, List<String> names, Predicate<Path> accepted) {
    requireFolder(folder);
    List<Path> files = new ArrayList<>();
    List<Integer> classes = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Path ofClass = folder.resolve(names.get(i));
      if (!Files.isDirectory(ofClass)) {
        throw new DataException(
            "%s: there is no folder of the class \"%s\"".formatted(folder, names.get(i)));
      }
      for (Path file : list(ofClass, Integer.MAX_VALUE)) {
        if (Files.isRegularFile(file) && !isHidden(ofClass, file) && accepted.test(file)) {
          files.add(file);
          classes.add(i);
        }
      }
    }
    if (files.isEmpty()) {
      throw new DataException(
          "%s: found no files of a known kind in the folders of the classes %s"
              .formatted(folder, names));
    }
    return new ClassFolders(names, files, classes);
  }

  /** The number of the class of each file: (files) int32. */
  public INDArray labels() {
    return Nd4j.createFromArray(classes.stream().mapToInt(Integer::intValue).toArray());
  }

  private static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new DataException(folder + ": there is no such folder");
    }
  }

  private static boolean isHidden(Path folder, Path file) {
    for (Path part : folder.relativize(file)) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> list(Path folder, int depth) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(path -> !path.equals(folder)).sorted(ORDER).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
