package io.tenon.processor.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tenon.graph.Graph;
import io.tenon.keras.CustomObjects;
import io.tenon.keras.KerasArchitecture;
import io.tenon.keras.KerasFormatException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/**
 * Finds files of models as {@code Class.getResource} would, in the package of the model or from the
 * root: in the folders that the option {@code tenon.resources} names, in the class output, where
 * Maven puts resources before it compiles, on the source path and on the class path.
 */
public final class ModelFiles {
  /** The option, {@code -Atenon.resources=src/main/resources}, for tools that copy them later. */
  public static final String RESOURCES = "tenon.resources";

  private static final List<JavaFileManager.Location> LOCATIONS =
      List.of(
          StandardLocation.CLASS_OUTPUT, StandardLocation.SOURCE_PATH, StandardLocation.CLASS_PATH);
  private static final Pattern RELATIVE = Pattern.compile("/?[^/\\\\:]+(/[^/\\\\:]+)*");

  private final Filer filer;
  private final List<String> folders;

  /**
   * A finder.
   *
   * @param folders the folders of the option, separated as in a class path; empty for none
   */
  public ModelFiles(Filer filer, String folders) {
    this.filer = filer;
    this.folders =
        List.of(folders.split(Pattern.quote(File.pathSeparator), -1)).stream()
            .filter(folder -> !folder.isEmpty())
            .toList();
  }

  /**
   * The model of a file.
   *
   * @param packageName the package of the interface that asks for it
   * @param name the file's name, relative to that package or to the root
   * @throws ModelFileException if it is missing or damaged, or holds what Tenon does not have
   */
  public Graph read(String packageName, String name) {
    ResourceFile file =
        find(packageName, name)
            .orElseThrow(
                () ->
                    new ModelFileException(
                        "there is no file %s".formatted(name),
                        places(packageName, name),
                        List.of(
                            "Put it in src/main/resources. Where a tool copies resources only after"
                                + " it compiles, name the folder:",
                            "-A%s=src/main/resources".formatted(RESOURCES))));
    try {
      ArchitectureText text = ArchitectureText.read(file);
      return KerasArchitecture.read(
          JsonValues.read(text.json()), text.version(), CustomObjects.NONE);
    } catch (KerasFormatException e) {
      throw new ModelFileException(
          "%s: %s".formatted(name, firstLine(e)),
          List.of(),
          List.of(
              "What is registered is known only at run time: there, Network.load reads the file by"
                  + " name."));
    } catch (JsonProcessingException e) {
      throw new ModelFileException(
          "%s is damaged, or no model of Keras's: line %d of its JSON cannot be read"
              .formatted(name, e.getLocation().getLineNr()),
          List.of(),
          List.of());
    } catch (IOException e) {
      throw new ModelFileException(
          "%s cannot be read: %s".formatted(name, firstLine(e)), List.of(), List.of());
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static List<String> candidates(String packageName, String name) {
    if (name.startsWith("/")) {
      return List.of(name.substring(1));
    }
    return packageName.isEmpty()
        ? List.of(name)
        : List.of(packageName.replace('.', '/') + "/" + name, name);
  }

  private List<String> places(String packageName, String name) {
    List<String> places = new ArrayList<>();
    candidates(packageName, name).forEach(candidate -> places.add("looked for " + candidate));
    folders.forEach(folder -> places.add("in " + folder));
    places.add("in the class output, on the source path and on the class path");
    return places;
  }

  private Optional<ResourceFile> find(String packageName, String name) {
    boolean climbs = List.of(name.split("/", -1)).contains("..");
    if (climbs || !RELATIVE.matcher(name).matches()) {
      throw new ModelFileException(
          "\"%s\" is no name of a resource".formatted(name),
          List.of(),
          List.of("Write folders and a name with / between them, as in \"models/mlp.keras\"."));
    }
    for (String candidate : candidates(packageName, name)) {
      Optional<ResourceFile> found = inFolders(candidate).or(() -> atLocations(candidate));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<ResourceFile> inFolders(String candidate) {
    for (String folder : folders) {
      try {
        Path path = Path.of(folder).resolve(candidate);
        if (Files.isRegularFile(path)) {
          return Optional.of(ResourceFile.of(path));
        }
      } catch (InvalidPathException e) {
        throw new ModelFileException(
            "-A%s names %s, which is no folder".formatted(RESOURCES, folder), List.of(), List.of());
      }
    }
    return Optional.empty();
  }

  /** Compilers differ in the places that they know; one that knows none has none there. */
  private Optional<ResourceFile> atLocations(String candidate) {
    for (JavaFileManager.Location location : LOCATIONS) {
      try {
        FileObject object = filer.getResource(location, "", candidate);
        try (InputStream in = object.openInputStream()) {
          if (in != null) {
            return Optional.of(ResourceFile.of(object));
          }
        }
      } catch (IOException | RuntimeException e) {
        // not there
      }
    }
    return Optional.empty();
  }
}
