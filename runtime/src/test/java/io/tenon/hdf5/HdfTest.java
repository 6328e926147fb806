package io.tenon.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Group;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read again, by this package and by jHDF, and the other way round. */
class HdfTest {
  private static final String LONG_TEXT = "x".repeat(200_000);

  @TempDir private Path folder;

  private static HdfGroup example() {
    HdfGroup root = new HdfGroup();
    root.put("backend", HdfAttribute.text(HdfType.UTF8, "torch"));
    root.put("model_config", HdfAttribute.text(HdfType.ASCII, LONG_TEXT));
    HdfGroup layer = root.group("model_weights/dense");
    layer.put("weight_names", HdfAttribute.names(List.of("dense/kernel", "dense/bias")));
    layer.put("none", HdfAttribute.names(List.of()));
    layer.put("padded", HdfAttribute.fixedNames(List.of("a", "bcd")));
    layer.put("dense/kernel", HdfDataset.floats(List.of(2L, 3L), () -> floats(6)));
    layer.put("dense/bias", HdfDataset.floats(List.of(3L), () -> floats(3)));
    root.put("iteration", HdfDataset.single(HdfType.INT32, 7));
    root.put("count", HdfDataset.single(HdfType.INT64, 1L << 40));
    root.put("rate", HdfDataset.single(0.25f));
    return root;
  }

  private static float[] floats(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i + 0.5f;
    }
    return values;
  }

  private static byte[] written(HdfGroup root) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HdfWriter.write(root, out);
    return out.toByteArray();
  }

  private static HdfDataset dataset(HdfGroup group, String name) {
    return (HdfDataset) group.child(name);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    HdfGroup root = HdfReader.read(HdfSource.of(written(example())));

    assertThat(root.attributes().equals(example().attributes())).isTrue();
    HdfGroup layer = root.group("model_weights/dense");
    assertThat(layer.attributes()).isEqualTo(example().group("model_weights/dense").attributes());
    assertThat(dataset(layer.group("dense"), "kernel").shape()).containsExactly(2L, 3L);
    assertThat(dataset(layer.group("dense"), "kernel").floats()).isEqualTo(floats(6));
    assertThat(dataset(root, "iteration").integer()).isEqualTo(7);
    assertThat(dataset(root, "count").integer()).isEqualTo(1L << 40);
    assertThat(dataset(root, "rate").floats()).containsExactly(0.25f);
    assertThat(written(root)).isEqualTo(written(example()));
  }

  @Test
  void jHdfReadsTheSame() throws IOException {
    Path file = Files.write(folder.resolve("ours.h5"), written(example()));

    try (HdfFile hdf = new HdfFile(file)) {
      assertThat(hdf.getAttribute("backend").getData()).isEqualTo("torch");
      assertThat(hdf.getAttribute("model_config").getData().equals(LONG_TEXT)).isTrue();
      Group layer = (Group) hdf.getByPath("model_weights/dense");
      assertThat(layer.getAttribute("weight_names").getData())
          .isEqualTo(new String[] {"dense/kernel", "dense/bias"});
      assertThat(layer.getAttribute("padded").getData()).isEqualTo(new String[] {"a", "bcd"});
      assertThat(hdf.getDatasetByPath("model_weights/dense/dense/kernel").getDataFlat())
          .isEqualTo(floats(6));
      assertThat(hdf.getDatasetByPath("iteration").getData()).isEqualTo(7);
      assertThat(hdf.getDatasetByPath("count").getData()).isEqualTo(1L << 40);
    }
  }

  @Test
  void whatJHdfWritesIsRead() throws IOException {
    Path file = folder.resolve("theirs.h5");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      var group = hdf.putGroup("dense");
      group.putAttribute("weight_names", new String[] {"kernel:0", "bias:0"});
      group.putDataset("kernel:0", new float[][] {{1, 2}, {3, 4}});
      group.putDataset("twice", new double[] {0.5, 1.5});
    }

    HdfGroup group = HdfReader.read(HdfSource.of(Files.readAllBytes(file))).group("dense");

    assertThat(group.attributes().get("weight_names").texts())
        .containsExactly("kernel:0", "bias:0");
    assertThat(dataset(group, "kernel:0").shape()).containsExactly(2L, 2L);
    assertThat(dataset(group, "kernel:0").floats()).containsExactly(1, 2, 3, 4);
    assertThat(dataset(group, "twice").floats()).containsExactly(0.5f, 1.5f);
  }

  @Test
  void manyTextsFillSeveralHeaps() throws IOException {
    List<String> names = IntStream.range(0, 3000).mapToObj(i -> "layer_" + i).toList();
    HdfGroup root = new HdfGroup();
    root.put("layer_names", HdfAttribute.names(names));
    for (String name : names) {
      root.group(name);
    }

    HdfGroup read = HdfReader.read(HdfSource.of(written(root)));

    assertThat(read.attributes().get("layer_names").texts()).isEqualTo(names);
    assertThat(read.children()).hasSize(3000);
  }

  @Test
  void anAttributeThatIsTooLongForAHeaderIsRefused() {
    List<String> names = IntStream.range(0, 5000).mapToObj(i -> "layer_" + i).toList();
    HdfGroup root = new HdfGroup();
    root.put("layer_names", HdfAttribute.names(names));

    assertThatThrownBy(() -> written(root))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("do not fit the header of an object");
  }

  @Test
  void whatCannotBeHeldIsRefused() {
    assertThatThrownBy(() -> HdfReader.read(HdfSource.of(new byte[100])))
        .isInstanceOf(HdfException.class)
        .hasMessage("it does not begin as an HDF5 file does");
    assertThatThrownBy(() -> dataset(example(), "iteration").floats())
        .hasMessage("expected floating-point numbers, found int32");
    assertThatThrownBy(() -> dataset(example(), "rate").integer())
        .hasMessage("expected one integer, found float32[]");
  }
}
