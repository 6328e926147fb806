package io.tenon.file;

import static io.tenon.dsl.Layers.batchNormalization;
import static io.tenon.dsl.Layers.bidirectional;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.gru;
import static io.tenon.dsl.Layers.lstm;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.hdf5.HdfAttribute;
import io.tenon.hdf5.HdfDataset;
import io.tenon.hdf5.HdfGroup;
import io.tenon.hdf5.HdfType;
import io.tenon.hdf5.HdfWriter;
import io.tenon.network.Network;
import io.tenon.source.GraphDifferences;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Weights as the versions of Keras 2 laid them out. */
class OlderFilesTest {
  @TempDir private Path folder;

  private Path written(HdfGroup root) throws IOException {
    Path file = folder.resolve("older.h5");
    try (OutputStream out = Files.newOutputStream(file)) {
      HdfWriter.write(root, out);
    }
    return file;
  }

  private static HdfDataset array(INDArray values) {
    List<Long> shape = new ArrayList<>();
    for (long size : values.shape()) {
      shape.add(size);
    }
    return HdfDataset.floats(shape, () -> values.dup('c').data().asFloat());
  }

  private static HdfDataset array(List<Long> shape, float... values) {
    return HdfDataset.floats(shape, () -> values);
  }

  private static Graph model() {
    Graph inner =
        Graph.builder("inner")
            .input("i", "4")
            .layer("norm", batchNormalization(), "i")
            .layer("out", dense(3), "norm")
            .output("out")
            .build();
    return Graph.builder("outer")
        .input("x", "4")
        .model("inner", inner)
        .apply("features", "inner", "x")
        .layer("y", dense(2), "features")
        .output("y")
        .build();
  }

  /** A model within: what trains first, or layer by layer; names end with :0, and are split. */
  @Test
  void namesWithNumbersInPartsOfAttributes() throws IOException {
    String[][] orders = {
      {
        "norm/gamma",
        "norm/beta",
        "out/kernel",
        "out/bias",
        "norm/moving_mean",
        "norm/moving_variance"
      },
      {
        "norm/gamma",
        "norm/beta",
        "norm/moving_mean",
        "norm/moving_variance",
        "out/kernel",
        "out/bias"
      }
    };
    for (String[] order : orders) {
      try (Network source = Network.builder(model()).seed(1).build();
          Network target = Network.builder(model()).seed(2).build()) {
        HdfGroup root = new HdfGroup();
        root.put("keras_version", HdfAttribute.text(HdfType.ASCII, "2.2.4"));
        root.put("layer_names0", HdfAttribute.fixedNames(List.of("x", "inner")));
        root.put("layer_names1", HdfAttribute.fixedNames(List.of("y")));
        root.group("x").put("weight_names", HdfAttribute.names(List.of()));
        put(root, source, "inner", "inner/", order);
        put(root, source, "y", "", "y/kernel", "y/bias");

        target.loadWeights(written(root));

        for (Node node : source.graph().layers()) {
          assertThat(target.layer(node.layer()).weights())
              .as(node.layer())
              .isEqualTo(source.layer(node.layer()).weights());
        }
      }
    }
  }

  private static void put(
      HdfGroup root, Network source, String group, String prefix, String... weights) {
    List<String> names = new ArrayList<>();
    for (String weight : weights) {
      int slash = weight.indexOf('/');
      INDArray values =
          source.layer(prefix + weight.substring(0, slash)).weight(weight.substring(slash + 1));
      names.add(weight + ":0");
      root.group(group).put(weight + ":0", array(values));
    }
    root.group(group).put("weight_names", HdfAttribute.fixedNames(names));
  }

  private static Path cudnn(OlderFilesTest test, HdfDataset... weights) throws IOException {
    HdfGroup root = new HdfGroup();
    root.put("layer_names", HdfAttribute.fixedNames(List.of("cu_dnn")));
    HdfGroup layer = root.group("cu_dnn");
    layer.put(
        "weight_names",
        HdfAttribute.fixedNames(List.of("kernel:0", "recurrent_kernel:0", "bias:0")));
    layer.put("kernel:0", weights[0]);
    layer.put("recurrent_kernel:0", weights[1]);
    layer.put("bias:0", weights[2]);
    return test.written(root);
  }

  /** Three features and two units: each gate's kernel was laid out the other way round. */
  @Test
  void cudnnsLstm() throws IOException {
    Graph graph = Graph.builder("m").input("x", "5 3").layer("l", lstm(2), "x").output("l").build();
    float[] kernel = new float[24];
    float[] recurrent = new float[16];
    float[] bias = new float[16];
    for (int i = 0; i < 24; i++) {
      kernel[i] = i;
    }
    for (int i = 0; i < 16; i++) {
      recurrent[i] = i;
      bias[i] = i;
    }
    Path file =
        cudnn(
            this,
            array(List.of(3L, 8L), kernel),
            array(List.of(2L, 8L), recurrent),
            array(List.of(16L), bias));
    try (Network network = Network.builder(graph).build()) {
      network.loadWeights(file);

      // The first gate was 0 1, 8 9, 16 17: row by row the columns of what LSTM has.
      INDArray loaded = network.layer("l").weight("kernel");
      assertThat(column(loaded, 0)).containsExactly(0, 1, 8);
      assertThat(column(loaded, 1)).containsExactly(9, 16, 17);
      assertThat(column(loaded, 2)).containsExactly(2, 3, 10);
      INDArray square = network.layer("l").weight("recurrent_kernel");
      assertThat(column(square, 0)).containsExactly(0, 1);
      assertThat(column(square, 1)).containsExactly(8, 9);
      assertThat(column(square, 6)).containsExactly(6, 7);
      assertThat(network.layer("l").weight("bias").data().asFloat())
          .containsExactly(8, 10, 12, 14, 16, 18, 20, 22);
    }
  }

  @Test
  void cudnnsGruKeepsItsTwoBiases() throws IOException {
    Graph graph = Graph.builder("m").input("x", "5 1").layer("l", gru(1), "x").output("l").build();
    Path file =
        cudnn(
            this,
            array(List.of(1L, 3L), 1, 2, 3),
            array(List.of(1L, 3L), 4, 5, 6),
            array(List.of(6L), 1, 2, 3, 4, 5, 6));
    try (Network network = Network.builder(graph).build()) {
      network.loadWeights(file);

      assertThat(network.layer("l").weight("bias").shape()).containsExactly(2, 3);
      assertThat(network.layer("l").weight("bias").dup('c').data().asFloat())
          .containsExactly(1, 2, 3, 4, 5, 6);
    }
  }

  @Test
  void cudnnsLayersAreThoseThatComputeTheSame() {
    String json =
        """
        {"class_name": "Sequential", "keras_version": "2.2.4", "config": {"name": "m", "layers": [
          {"class_name": "CuDNNLSTM", "config": {"name": "l", "units": 4, "return_sequences": true,
           "return_state": false, "go_backwards": false, "stateful": false, "trainable": true,
           "unit_forget_bias": true, "batch_input_shape": [null, 5, 3]}},
          {"class_name": "Bidirectional", "config": {"name": "b", "merge_mode": "concat", "layer":
           {"class_name": "CuDNNGRU", "config": {"name": "g", "units": 2}}}}]}}
        """;
    Graph expected =
        Graph.builder("m")
            .input("l_input", "5 3")
            .layer("l", lstm(4).returnSequences(), "l_input")
            .layer("b", bidirectional(gru(2)), "l")
            .output("b")
            .build();

    Graph found = KerasJson.parse(json);

    assertThat(GraphDifferences.between(expected, found)).isEmpty();
  }

  private static float[] column(INDArray matrix, int column) {
    return matrix.getColumn(column).dup('c').toFloatVector();
  }
}
