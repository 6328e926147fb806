package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.nd4j.linalg.api.buffer.DataType.FLOAT;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.DataType;
import io.tenon.kernel.LayerRun;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Outputs and gradients of layers, against Keras's. */
class LayerGoldenTest {
  private static final double TOLERANCE = 1e-5;
  private static final double RECURRENT_GRADIENTS = 1e-4;

  static Stream<Arguments> cases() {
    List<Arguments> covered = new ArrayList<>();
    for (JsonNode which : GoldenFiles.cases("layers")) {
      String name = which.get("class_name").asText() + " " + which.get("name").asText();
      if (TorchPadding.differs(which)) {
        System.out.println("left out, since the torch backend pads it otherwise: " + name);
      } else if (KerasSpecs.of(which).isEmpty()) {
        System.out.println("left out, since there is no such layer: " + name);
      } else {
        covered.add(Arguments.of(name, which));
      }
    }
    return covered.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithKeras(String name, JsonNode which) {
    Optional<LayerSpec> spec = KerasSpecs.of(which);
    List<INDArray> inputs = new ArrayList<>();
    which.get("inputs").forEach(input -> inputs.add(channelsLast(which, input)));
    long[][] shapes = inputs.stream().map(INDArray::shape).toArray(long[][]::new);
    List<INDArray> masks = masks(which, inputs.size());
    List<Boolean> masked =
        IntStream.range(0, inputs.size()).mapToObj(i -> i < masks.size()).toList();
    try (LayerRun run = new LayerRun(spec.orElseThrow(), type(which), masked, shapes)) {
      for (int i = 0; i < inputs.size(); i++) {
        run.input(i).assign(inputs.get(i));
      }
      for (int i = 0; i < masks.size(); i++) {
        run.mask(i).assign(masks.get(i));
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
        close(
            "output " + i,
            run.output(outputs.get(i)),
            channelsLast(which, which.get("outputs").get(i)),
            TOLERANCE);
      }
      if (!which.hasNonNull("outputGradients")) {
        return;
      }
      for (int i = 0; i < outputs.size(); i++) {
        run.outputGradient(outputs.get(i))
            .assign(channelsLast(which, which.get("outputGradients").get(i)));
      }
      run.backward();
      double tolerance = isRecurrent(which) ? RECURRENT_GRADIENTS : TOLERANCE;
      for (int i = 0; i < inputs.size() && type(which) == DataType.FLOAT32; i++) {
        JsonNode expected = which.get("inputGradients").get(i);
        if (!expected.isNull()) {
          INDArray gradient = run.inputGradient(i);
          close("gradient of input " + i, gradient, channelsLast(which, expected), tolerance);
        }
      }
      for (int i = 0; i < run.node().weights().size(); i++) {
        WeightSpec weight = run.node().weights().get(i);
        JsonNode expected = which.get("weightGradients").get(i);
        assertThat(expected.isNull()).as(weight.name()).isEqualTo(!weight.trainable());
        if (weight.trainable()) {
          INDArray gradient = run.weightGradient(weight);
          close("gradient of " + weight.name(), gradient, GoldenFiles.array(expected), tolerance);
        }
      }
      for (int i = 0; i < which.path("weightsAfter").size(); i++) {
        INDArray after = run.weight(run.node().weights().get(i));
        close(
            "weight after", after, GoldenFiles.array(which.get("weightsAfter").get(i)), TOLERANCE);
      }
    }
  }

  /** The mask of each input, or one for all of them. */
  private static List<INDArray> masks(JsonNode which, int inputs) {
    List<INDArray> masks = new ArrayList<>();
    for (int i = 0; i < inputs && which.hasNonNull("mask"); i++) {
      masks.add(GoldenFiles.array(which.get("mask")).castTo(FLOAT));
    }
    which.path("masks").forEach(mask -> masks.add(GoldenFiles.array(mask).castTo(FLOAT)));
    return masks;
  }

  private static DataType type(JsonNode which) {
    boolean integers = which.get("inputs").get(0).get("dtype").asText().equals("int32");
    return integers ? DataType.INT32 : DataType.FLOAT32;
  }

  private static boolean isRecurrent(JsonNode which) {
    return which.get("config").has("layer")
        ? isRecurrent(which.get("config").get("layer"))
        : which.get("config").has("recurrent_initializer");
  }

  /** An array, its channels moved to the end if the layer has them first. */
  private static INDArray channelsLast(JsonNode which, JsonNode value) {
    INDArray array = GoldenFiles.array(value);
    String format = which.get("config").path("data_format").asText();
    if (!format.equals("channels_first") || array.rank() < 3) {
      return array;
    }
    int[] order = IntStream.range(0, array.rank()).map(i -> i == 0 ? 0 : i + 1).toArray();
    order[array.rank() - 1] = 1;
    return array.permute(order).dup('c');
  }

  private static void close(String what, INDArray found, INDArray expected, double tolerance) {
    assertThat(found.shape()).as(what).isEqualTo(expected.shape());
    float[] values = found.dup('c').data().asFloat();
    float[] wanted = expected.dup('c').data().asFloat();
    for (int i = 0; i < wanted.length; i++) {
      double allowed = tolerance * Math.max(1, Math.abs(wanted[i]));
      assertThat((double) values[i]).as("%s [%d]", what, i).isCloseTo(wanted[i], within(allowed));
    }
  }
}
