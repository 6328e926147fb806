package io.tenon.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Cases that Keras made, from the folder in the system property {@code tenon.golden}. Where it is
 * absent, tests that ask for it are skipped, with the reason printed.
 */
public final class GoldenFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private GoldenFiles() {}

  /** The cases of a file, or of all files in a folder but for its index. */
  public static List<JsonNode> cases(String where) {
    List<JsonNode> cases = new ArrayList<>(ownCases(where));
    if (!cases.isEmpty() && !Files.exists(folder().resolve(where))) {
      System.out.println("only " + cases.size() + " cases: there are no others in " + folder());
      return cases;
    }
    try (Stream<Path> files = Files.walk(path(where), 1)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".json") && !name.equals("index.json")) {
          JSON.readTree(file.toFile()).forEach(cases::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  /** The cases that come with the tests: of a file, or of all files in a folder. */
  private static List<JsonNode> ownCases(String where) {
    List<JsonNode> cases = new ArrayList<>();
    URL resource = GoldenFiles.class.getResource("/golden/" + where);
    if (resource == null) {
      return cases;
    }
    try (Stream<Path> files = Files.walk(Path.of(resource.toURI()))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        JSON.readTree(file.toFile()).forEach(cases::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return cases;
  }

  private static Path folder() {
    return Path.of(System.getProperty("tenon.golden", "../../shared/golden"));
  }

  /** A file or folder; where it is absent, the test is skipped with the reason printed. */
  public static Path path(String where) {
    return present(folder().resolve(where));
  }

  /**
   * A file in the folder of models that others made, {@code tenon.wild}, by default {@code wild}
   * beside the golden folder; where it is absent, the test is skipped with the reason printed.
   */
  public static Path wild(String where) {
    String given = System.getProperty("tenon.wild");
    Path wild = given == null ? folder().resolveSibling("wild") : Path.of(given);
    return present(wild.resolve(where));
  }

  private static Path present(Path path) {
    if (!Files.exists(path)) {
      String reason = "skipped: there are no cases of Keras in " + path;
      System.out.println(reason);
      Assumptions.abort(reason);
    }
    return path;
  }

  /** The names of the models, each of which has a case and files beside it. */
  public static List<String> models() {
    return names(path("models"), ".case.json");
  }

  /** The names of the files in a folder that end so, without that end. */
  public static List<String> names(Path folder, String end) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(end))
          .map(file -> file.substring(0, file.length() - end.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a file holds. */
  public static JsonNode json(String where) {
    return json(path(where));
  }

  /** What a file holds. */
  public static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An array as floats, row-major. */
  public static INDArray array(JsonNode array) {
    long[] shape = new long[array.get("shape").size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = array.get("shape").get(i).asLong();
    }
    float[] values = floats(array);
    return Nd4j.createFromArray(values).reshape('c', shape);
  }

  /** The elements of an array, row-major. */
  public static float[] floats(JsonNode array) {
    JsonNode data = array.get("data");
    float[] values = new float[data.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(data.get(i));
    }
    return values;
  }

  private static float number(JsonNode value) {
    if (!value.isTextual()) {
      return (float) value.asDouble();
    }
    return switch (value.asText()) {
      case "inf" -> Float.POSITIVE_INFINITY;
      case "-inf" -> Float.NEGATIVE_INFINITY;
      default -> Float.NaN;
    };
  }
}
