package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.nd4j.linalg.api.buffer.DataType.FLOAT;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.DataType;
import io.tenon.kernel.LayerRun;
import io.tenon.layer.LayerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Outputs and gradients of layers, against Keras's. */
class LayerGoldenTest {
  private static final double TOLERANCE = 1e-5;

  static Stream<Arguments> cases() {
    List<Arguments> covered = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (JsonNode which : GoldenFiles.cases("layers")) {
      String name = which.get("class_name").asText() + " " + which.get("name").asText();
      if (padsUnlikeTensorFlow(which)) {
        System.out.println("left out, since the torch backend pads it otherwise: " + name);
        continue;
      }
      // A file that holds its channels first is turned around when it is read; layers never see it.
      boolean channelsLast =
          !which.get("config").path("data_format").asText().equals("channels_first");
      if (channelsLast && KerasSpecs.of(which).isPresent()) {
        covered.add(Arguments.of(name, which));
      } else {
        others.add(name);
      }
    }
    System.out.printf(
        "%d cases of Keras are of layers that exist, %d are not%n", covered.size(), others.size());
    return covered.stream();
  }

  /**
   * Average pooling with "same" and an odd number of elements to add: Keras's torch backend gives
   * fewer windows than Keras documents, or counts what it added. TensorFlow's rule is the one here.
   */
  private static boolean padsUnlikeTensorFlow(JsonNode which) {
    JsonNode config = which.get("config");
    if (which.get("class_name").asText().endsWith("Transpose")) {
      return splitsPaddingUnevenly(config);
    }
    if (!which.get("class_name").asText().startsWith("AveragePooling")
        || !config.get("padding").asText().equals("same")) {
      return false;
    }
    for (int i = 0; i < config.get("pool_size").size(); i++) {
      int size = which.get("inputs").get(0).get("shape").get(i + 1).asInt();
      int stride = config.get("strides").get(i).asInt();
      int windows = (size + stride - 1) / stride;
      int added = (windows - 1) * stride + config.get("pool_size").get(i).asInt() - size;
      if (added > 0 && added % 2 == 1) {
        return true;
      }
    }
    return false;
  }

  /**
   * A transposed convolution with "same" and an odd number of elements to take away: TensorFlow
   * takes the odd one from the end, the torch backend from the beginning, of which Keras warns.
   */
  private static boolean splitsPaddingUnevenly(JsonNode config) {
    int surplus = config.get("kernel_size").get(0).asInt() - config.get("strides").get(0).asInt();
    return config.get("padding").asText().equals("same") && surplus > 0 && surplus % 2 == 1;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithKeras(String name, JsonNode which) {
    Optional<LayerSpec> spec = KerasSpecs.of(which);
    List<INDArray> inputs = new ArrayList<>();
    which.get("inputs").forEach(input -> inputs.add(GoldenFiles.array(input)));
    long[][] shapes = inputs.stream().map(INDArray::shape).toArray(long[][]::new);
    boolean masked = which.hasNonNull("mask");
    try (LayerRun run = new LayerRun(spec.orElseThrow(), type(which), masked, shapes)) {
      for (int i = 0; i < inputs.size(); i++) {
        run.input(i).assign(inputs.get(i));
      }
      if (masked) {
        run.mask(0).assign(GoldenFiles.array(which.get("mask")).castTo(FLOAT));
      }
      assertThat(run.node().weights()).hasSize(which.get("weights").size());
      for (int i = 0; i < run.node().weights().size(); i++) {
        JsonNode weight = which.get("weights").get(i);
        // Keras names a weight by its path where a layer holds others.
        String path = run.node().weights().get(i).name();
        assertThat(path.substring(path.lastIndexOf('/') + 1))
            .isEqualTo(weight.get("name").asText());
        run.weight(run.node().weights().get(i)).assign(GoldenFiles.array(weight.get("value")));
      }
      boolean training = which.path("training").asBoolean();
      if (training) {
        run.forwardInTraining();
      } else {
        run.forward();
      }
      List<String> outputs = run.outputs();
      assertThat(outputs).hasSize(which.get("outputs").size());
      for (int i = 0; i < outputs.size(); i++) {
        close("output " + i, run.output(outputs.get(i)), which.get("outputs").get(i));
      }
      if (!which.hasNonNull("outputGradients")) {
        return;
      }
      for (int i = 0; i < outputs.size(); i++) {
        run.outputGradient(outputs.get(i))
            .assign(GoldenFiles.array(which.get("outputGradients").get(i)));
      }
      run.backward();
      for (int i = 0; i < inputs.size() && type(which) == DataType.FLOAT32; i++) {
        close("gradient of input " + i, run.inputGradient(i), which.get("inputGradients").get(i));
      }
      for (int i = 0; i < run.node().weights().size(); i++) {
        close(
            "gradient of " + run.node().weights().get(i).name(),
            run.weightGradient(run.node().weights().get(i)),
            which.get("weightGradients").get(i));
      }
      for (int i = 0; i < which.path("weightsAfter").size(); i++) {
        INDArray after = run.weight(run.node().weights().get(i));
        close("weight after", after, which.get("weightsAfter").get(i));
      }
    }
  }

  private static DataType type(JsonNode which) {
    boolean integers = which.get("inputs").get(0).get("dtype").asText().equals("int32");
    return integers ? DataType.INT32 : DataType.FLOAT32;
  }

  private static void close(String what, INDArray found, JsonNode expected) {
    if (expected == null || expected.isNull()) {
      return;
    }
    assertThat(found.shape()).as(what).isEqualTo(GoldenFiles.array(expected).shape());
    float[] values = found.dup('c').data().asFloat();
    float[] wanted = GoldenFiles.floats(expected);
    for (int i = 0; i < wanted.length; i++) {
      double allowed = TOLERANCE * Math.max(1, Math.abs(wanted[i]));
      assertThat((double) values[i]).as("%s [%d]", what, i).isCloseTo(wanted[i], within(allowed));
    }
  }
}
