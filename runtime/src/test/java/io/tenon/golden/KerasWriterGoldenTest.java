package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.graph.Node;
import io.tenon.hdf5.HdfAttribute;
import io.tenon.hdf5.HdfDataset;
import io.tenon.hdf5.HdfGroup;
import io.tenon.hdf5.HdfReader;
import io.tenon.hdf5.HdfSource;
import io.tenon.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is written of a model has exactly the groups, attributes, types, shapes and names that Keras
 * wrote of it, and the same weights bit for bit.
 */
class KerasWriterGoldenTest {
  @TempDir private Path folder;

  static Stream<String> models() {
    return GoldenFiles.models().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void wholeModelsAsHdf5(String name) throws IOException {
    Path golden = GoldenFiles.path("models/" + name + ".h5");
    try (Network network = Network.load(golden)) {
      Path file = folder.resolve(name + ".h5");
      network.save(file);

      assertThat(structure(hdf5(file))).isEqualTo(plain(name, structure(hdf5(golden))));
      sameWeights(network, file);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void wholeModelsAsZip(String name) throws IOException {
    Path golden = GoldenFiles.path("models/" + name + ".keras");
    try (Network network = Network.load(golden)) {
      Path file = folder.resolve(name + ".keras");
      network.save(file);

      assertThat(entries(file)).isEqualTo(entries(golden));
      assertThat(structure(zipped(file))).isEqualTo(structure(zipped(golden)));
      sameWeights(network, file);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void weightsAlone(String name) throws IOException {
    Path golden = GoldenFiles.path("models/" + name + ".weights.h5");
    try (Network network = Network.load(GoldenFiles.path("models/" + name + ".h5"))) {
      Path file = folder.resolve(name + ".weights.h5");
      network.saveWeights(file);

      assertThat(structure(hdf5(file))).isEqualTo(structure(hdf5(golden)));
      loadsInto(network, file);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void weightsAloneAsOlderFilesHaveThem(String name) throws IOException {
    Path golden = GoldenFiles.path("models/" + name + ".h5");
    try (Network network = Network.load(golden)) {
      Path file = folder.resolve(name + ".h5");
      network.saveWeights(file);

      assertThat(structure(hdf5(file)))
          .isEqualTo(plain(name, structure(hdf5(golden).group("model_weights"))));
      loadsInto(network, file);
    }
  }

  /** What a layer within a wrapper is called is no part of a model here: it has Keras's default. */
  private static Map<String, String> plain(String model, Map<String, String> structure) {
    Map<String, String> names = new TreeMap<>();
    for (JsonNode wrapped : GoldenFiles.json("models/" + model + ".json").findValues("layer")) {
      String name = wrapped.at("/config/name").asText().replaceFirst("^forward_", "");
      names.put(name, name.replaceFirst("_\\d+$", ""));
    }
    Map<String, String> plain = new TreeMap<>();
    structure.forEach(
        (path, what) -> {
          String[] texts = {path, what};
          names.forEach(
              (from, to) -> {
                for (int i = 0; i < texts.length; i++) {
                  texts[i] = texts[i].replaceAll("([/_])" + from + "(?=/)", "$1" + to);
                }
              });
          plain.put(texts[0], texts[1]);
        });
    return plain;
  }

  private static void sameWeights(Network network, Path file) {
    try (Network again = Network.load(file)) {
      sameWeights(again, network);
    }
  }

  private static void loadsInto(Network network, Path file) {
    try (Network again = Network.builder(network.graph()).seed(3).build()) {
      assertThat(again.loadWeights(file).skipped()).isEmpty();
      sameWeights(again, network);
    }
  }

  private static void sameWeights(Network one, Network other) {
    for (Node node : one.graph().layers()) {
      for (int i = 0; i < node.weights().size(); i++) {
        assertThat(one.layer(node.layer()).weights().get(i).data().asFloat())
            .isEqualTo(other.layer(node.layer()).weights().get(i).data().asFloat());
      }
    }
  }

  private static HdfGroup hdf5(Path file) throws IOException {
    return HdfReader.read(HdfSource.of(Files.readAllBytes(file)));
  }

  private static HdfGroup zipped(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      byte[] bytes = zip.getInputStream(zip.getEntry("model.weights.h5")).readAllBytes();
      return HdfReader.read(HdfSource.of(bytes));
    }
  }

  private static List<String> entries(Path file) throws IOException {
    List<String> entries = new ArrayList<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        entries.add(entry.getName() + (entry.getMethod() == ZipEntry.STORED ? "" : " packed"));
      }
    }
    return entries;
  }

  /** Everything but values that are to differ, by path. */
  private static Map<String, String> structure(HdfGroup root) {
    Map<String, String> lines = new TreeMap<>();
    describe(root, "", lines);
    return lines;
  }

  private static void describe(HdfGroup group, String path, Map<String, String> lines) {
    lines.put(path + "/", "group");
    group.attributes().forEach((name, value) -> lines.put(path + "@" + name, describe(value)));
    group
        .children()
        .forEach(
            (name, child) -> {
              if (child instanceof HdfGroup inner) {
                describe(inner, path + "/" + name, lines);
              } else if (child instanceof HdfDataset dataset) {
                lines.put(path + "/" + name, dataset.type() + " " + dataset.shape());
              }
            });
  }

  private static String describe(HdfAttribute value) {
    boolean names = value.shape().size() == 1;
    return value.type() + " " + value.shape() + (names ? " " + value.texts() : "");
  }
}
