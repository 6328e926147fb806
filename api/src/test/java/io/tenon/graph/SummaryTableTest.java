package io.tenon.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.ActivationFunction;
import io.tenon.Loss;
import io.tenon.layer.Dense;
import io.tenon.layer.Flatten;
import io.tenon.layer.Specs;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SummaryTableTest {
  @Test
  void listsTensorsInColumns() {
    Graph graph =
        Graph.builder("Digits")
            .input("photo", "28 28 1")
            .layer("pixels", new Flatten.Spec(), "photo")
            .layer(
                "digit",
                Specs.of(
                    Dense.class, Map.of("units", 10, "activation", ActivationFunction.SOFTMAX)),
                "pixels")
            .output("digit", Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
            .build();

    assertThat(graph)
        .hasToString(
            """
            photo   Image   28 x 28 x 1  input        0
            pixels  Vector  784          Flatten      0
            digit   Vector  10           Dense    7,850  output, sparse categorical crossentropy
                                         total    7,850""");
  }
}
