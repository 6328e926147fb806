package io.tenon.keras;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tenon.graph.Graph;
import io.tenon.problem.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Architectures as {@code model.to_json()} writes them, of Keras 2 and 3: layers and how they
 * connect, without weights. Reading one runs no code of it.
 *
 * <pre>{@code
 * Network network = Network.builder(KerasJson.read(Path.of("sentiment.json"))).build();
 * }</pre>
 */
public final class KerasJson {
  private static final int DEEPEST = 200;
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .build();

  private KerasJson() {}

  /**
   * The model that a file describes.
   *
   * @throws KerasFormatException if it is no model of Keras's, or holds what Tenon does not have
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Graph read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (KerasFormatException e) {
      throw new KerasFormatException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The model that a text describes.
   *
   * @throws KerasFormatException if it is no model of Keras's, or holds what Tenon does not have
   */
  public static Graph parse(String json) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new KerasFormatException("this is no JSON: " + e.getOriginalMessage(), e);
    }
    try {
      return new Architecture(root.path("keras_version").asText("3")).read(root);
    } catch (ModelException e) {
      throw new KerasFormatException("the layers do not fit: " + e.getMessage(), e);
    }
  }
}
