package io.tenon.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.DataType;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.keras.KerasFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Masks as Keras 3.15 wrote them, beside the layers: how they are made of what {@code Masking} and
 * {@code Embedding} compare, and how they meet in {@code Add} and {@code Concatenate}.
 */
final class MaskFilesTest {
  private static String json() throws IOException {
    try (var file = MaskFilesTest.class.getResourceAsStream("/keras/masks.json")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void areThoseThatLayersMake() throws IOException {
    Graph graph = KerasJson.parse(json());

    assertThat(graph.nodes().stream().map(Node::name))
        .containsExactlyInAnyOrder(
            "words", "readings", "embedded", "known", "sum", "joined", "read", "both", "steps");
    assertThat(graph.nodes().stream().filter(node -> node.type().masked()).map(Node::name))
        .containsExactlyInAnyOrder("embedded", "known", "sum", "joined", "steps");
  }

  /** What compares tokens for a mask does not make them any numbers. */
  @Test
  void wordsOfAnEmbeddingAreTokens() throws IOException {
    assertThat(json()).contains("\"dtype\": \"float32\", \"sparse\": false");
    assertThat(KerasJson.parse(json()).node("words").type().dataType()).isEqualTo(DataType.INT32);
  }

  @Test
  void masksOfOnesOwnAreRefused() throws IOException {
    String others = json().replace("\"mask_value\": 0.0", "\"mask_value\": 1.0");
    assertThat(others).isNotEqualTo(json());
    assertThatThrownBy(() -> KerasJson.parse(others))
        .isInstanceOf(KerasFormatException.class)
        .hasMessageContaining("Tenon's layers know only the masks of Masking and Embedding");

    String turned =
        json().replace("\"class_name\": \"LogicalOr\"", "\"class_name\": \"LogicalXor\"");
    assertThatThrownBy(() -> KerasJson.parse(turned))
        .isInstanceOf(KerasFormatException.class)
        .hasMessageContaining("is given the mask");
  }
}
