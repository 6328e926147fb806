package io.tenon.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.golden.GoldenFiles;
import io.tenon.hdf5.HdfAttribute;
import io.tenon.hdf5.HdfDataset;
import io.tenon.hdf5.HdfGroup;
import io.tenon.hdf5.HdfType;
import io.tenon.hdf5.HdfWriter;
import io.tenon.keras.KerasFormatException;
import io.tenon.network.Network;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to hurt whoever opens them. */
class HostileFilesTest {
  private static final String CONFIG =
      """
      {"class_name": "Sequential", "config": {"name": "m", "layers": [
        {"class_name": "InputLayer", "config": {"name": "x", "batch_shape": [null, %s]}},
        {"class_name": "Dense", "config": {"name": "y", "units": %s}}]}}
      """;

  @TempDir private Path folder;

  private interface Entry {
    void write(OutputStream out) throws IOException;
  }

  private Path zip(String name, Entry config, Entry weights) throws IOException {
    Path file = folder.resolve(name + ".keras");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("config.json"));
      config.write(zip);
      zip.putNextEntry(new ZipEntry("model.weights.h5"));
      weights.write(zip);
    }
    return file;
  }

  private static Entry text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Entry zeros(int megabytes) {
    return out -> {
      for (int i = 0; i < megabytes; i++) {
        out.write(new byte[1 << 20]);
      }
    };
  }

  private static void refuses(Path file, String why) {
    long before = System.nanoTime();
    assertThatThrownBy(() -> Network.load(file).close())
        .isInstanceOf(KerasFormatException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(why)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("is damaged: java"));
    assertThat((System.nanoTime() - before) / 1_000_000_000).isLessThan(20);
  }

  @Test
  void zipBombs() throws IOException {
    refuses(zip("config", zeros(600), text("")), "config.json is larger than such a model can be");
    refuses(
        zip("weights", text(CONFIG.formatted(2, 3)), zeros(600)),
        "model.weights.h5 is larger than such a model can be");
  }

  @Test
  void entriesThatLeadOut() throws IOException {
    for (String name : List.of("../a", "/etc/a", "a/../../b", "C:/a", "..\\a")) {
      Path file = folder.resolve("out.keras");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        zip.putNextEntry(new ZipEntry(name));
      }
      refuses(file, "it holds an entry that leads out of it");
    }
  }

  @Test
  void sizesThatOverflow() throws IOException {
    Entry nothing = out -> HdfWriter.write(new HdfGroup(), out);
    for (String[] sizes :
        new String[][] {
          {"4294967296", "4294967296"},
          {"9223372036854775807", "2"},
          {"2147483647", "2147483647"},
          {"100000", "100000"},
          {"-5", "3"},
          {"3", "-1"},
          {"1e300", "3"},
          {"{}", "[]"}
        }) {
      Path file = zip("sizes", text(CONFIG.formatted((Object[]) sizes)), nothing);
      refuses(file, "");
    }
  }

  @Test
  void deeplyNestedJson() throws IOException {
    refuses(zip("deep", text("[".repeat(1_000_000)), text("")), "nest");
    refuses(zip("deep", text("{\"config\":".repeat(100_000)), text("")), "nest");
  }

  @Test
  void codeInAFile() throws IOException {
    String config =
        """
        {"class_name": "Sequential", "config": {"name": "m", "layers": [
          {"class_name": "InputLayer", "config": {"name": "x", "batch_shape": [null, 2]}},
          {"class_name": "Lambda", "config": {"name": "twice", "function":
            {"class_name": "__lambda__", "config": {"code": "4wAAAA==", "defaults": null}}}}]}}
        """;
    refuses(zip("code", text(config), out -> HdfWriter.write(new HdfGroup(), out)), "twice");
    refuses(
        zip(
            "class",
            text(CONFIG.formatted(2, 3).replace("Dense", "java.lang.Runtime")),
            out -> HdfWriter.write(new HdfGroup(), out)),
        "java.lang.Runtime");
  }

  @Test
  void weightsOfAnotherSizeThanDeclared() throws IOException {
    HdfGroup root = new HdfGroup();
    root.put("model_config", HdfAttribute.text(HdfType.ASCII, CONFIG.formatted(2, 3)));
    HdfGroup weights = root.group("model_weights");
    weights.put("layer_names", HdfAttribute.names(List.of("y")));
    HdfGroup layer = weights.group("y");
    layer.put("weight_names", HdfAttribute.names(List.of("kernel", "bias")));
    layer.put("kernel", HdfDataset.floats(List.of(2L, 4L), () -> new float[8]));
    layer.put("bias", HdfDataset.floats(List.of(3L), () -> new float[3]));
    Path file = folder.resolve("sizes.h5");
    try (OutputStream out = Files.newOutputStream(file)) {
      HdfWriter.write(root, out);
    }

    refuses(file, "the kernel of \"y\" has shape [2, 3], the file has [2, 4]");
  }

  @Test
  void manyNamesForNothing() throws IOException {
    HdfGroup root = new HdfGroup();
    root.put("model_config", HdfAttribute.text(HdfType.ASCII, CONFIG.formatted(2, 3)));
    root.put("layer_names", HdfAttribute.names(Collections.nCopies(3000, "nothing")));
    Path file = folder.resolve("names.h5");
    try (OutputStream out = Files.newOutputStream(file)) {
      HdfWriter.write(root, out);
    }

    refuses(file, "it holds no group for the layer \"nothing\"");
  }

  /** In a file of Keras's, whose older headers have no checksums, something is made to lie. */
  private Path patched(String name, byte[] after, int skip, long value) throws IOException {
    byte[] bytes = Files.readAllBytes(GoldenFiles.path("models/mlp.h5"));
    int at = indexOf(bytes, after);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(at + skip, value);
    return Files.write(folder.resolve(name + ".h5"), bytes);
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i <= bytes.length - part.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }

  private static byte[] longs(long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return bytes.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void hdf5ThatClaimsMoreThanThereIs() throws IOException {
    // The kernel's axes, 20 and 16.
    refuses(patched("axis", longs(20, 16), 8, 1L << 40), "need 87960930222080 bytes");
    refuses(patched("overflow", longs(20, 16), 8, 1L << 61), "larger than any file");
    // The number of layers' names.
    refuses(patched("names", ascii("layer_names"), 48, 1L << 40), "bytes were expected");
    // The length of the heap of texts.
    refuses(patched("heap", ascii("GCOL"), 8, 1L << 33), "bytes at");
    // The length of the heap of names.
    refuses(patched("local", ascii("HEAP"), 8, 1L << 33), "bytes at");
  }

  @Test
  void hdf5ThatGoesInCircles() throws IOException {
    byte[] bytes = Files.readAllBytes(GoldenFiles.path("models/mlp.h5"));
    int tree = indexOf(bytes, ascii("TREE"));
    bytes[tree + 5] = 1; // no leaf, whose first child is itself
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(tree + 32, tree);
    Path file = Files.write(folder.resolve("circle.h5"), bytes);

    refuses(file, "two ways lead to the same place");
  }
}
