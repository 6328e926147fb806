package io.tenon.file;

import static io.tenon.layer.UpSampling2D.Interpolation.BILINEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.keras.KerasArchitecture;
import io.tenon.layer.LayerSpec;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Parameters in Keras's words, and read again. */
final class LayerParametersTest {
  private static void written(
      String shape, Supplier<? extends LayerSpec> layer, String... expected) {
    Graph graph = Graph.builder("m").input("x", shape).layer("y", layer, "x").output("y").build();

    String json = KerasJson.text(KerasArchitecture.write(graph));

    assertThat(json).contains(expected);
    Graph again = KerasJson.parse(json);
    assertThat(again.node("y").spec()).isEqualTo(layer.get());
    assertThat(again).hasToString(graph.toString());
  }

  @Test
  void interpolation() {
    written(
        "3 4 2",
        Layers.upSampling2D().size(2, 3).interpolation(BILINEAR),
        "\"size\": [2, 3], \"interpolation\": \"bilinear\", \"data_format\": \"channels_last\"");
    written("3 4 2", Layers.upSampling2D(), "\"interpolation\": \"nearest\"");
  }
}
