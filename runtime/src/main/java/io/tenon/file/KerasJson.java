package io.tenon.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tenon.graph.Graph;
import io.tenon.keras.CustomObjects;
import io.tenon.keras.KerasArchitecture;
import io.tenon.keras.KerasFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
  private static final int LONGEST = 1 << 28;

  /** Python writes infinities and NaN as words. */
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxDocumentLength(LONGEST)
                          .build())
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /** With a space after each comma and colon, as Python's json has them. */
  private static final ObjectWriter PYTHON =
      JSON.writer(
          new MinimalPrettyPrinter() {
            @Override
            public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
              out.writeRaw(": ");
            }

            @Override
            public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
              out.writeRaw(", ");
            }

            @Override
            public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
              out.writeRaw(", ");
            }
          });

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
    } catch (CharacterCodingException e) {
      throw new KerasFormatException(file + " is no text in UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (KerasFormatException e) {
      throw new KerasFormatException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Writes what a model is, as {@code model.to_json()} does.
   *
   * @throws UncheckedIOException if it cannot be written; a file that was there stays
   */
  public static void write(Path file, Graph graph) {
    byte[] text = text(KerasArchitecture.write(graph)).getBytes(StandardCharsets.UTF_8);
    try {
      AtomicFile.write(file, out -> out.write(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The model that a text describes.
   *
   * @throws KerasFormatException if it is no model of Keras's, or holds what Tenon does not have
   */
  public static Graph parse(String json) {
    return KerasArchitecture.read(values(json));
  }

  /**
   * The model that a text describes, with layers and functions of one's own.
   *
   * @throws KerasFormatException if it is no model of Keras's, or holds what Tenon does not have
   */
  public static Graph parse(String json, CustomObjects custom) {
    return KerasArchitecture.read(values(json), KerasArchitecture.VERSION, custom);
  }

  /**
   * Makes sure that a text describes a model, with layers and functions of one's own.
   *
   * @throws KerasFormatException if it is no model of Keras's, or another than is expected; it
   *     says, layer by layer, what differs
   */
  public static void require(String json, Graph expected, LoadOptions options) {
    ModelDifferences.require(expected, parse(json, options.customObjects()));
  }

  /** A model as {@code model.to_json()} writes it. */
  public static String write(Graph graph) {
    try {
      return JSON.writeValueAsString(KerasArchitecture.write(graph));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The maps, lists, texts, numbers and truth values of a text.
   *
   * @throws KerasFormatException if it is no JSON, or nests without end
   */
  static @Nullable Object values(String json) {
    try {
      return JSON.readValue(json, Object.class);
    } catch (JsonProcessingException e) {
      throw new KerasFormatException("this is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * The tree of a text.
   *
   * @throws KerasFormatException if it is no JSON, or nests without end
   */
  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new KerasFormatException("this is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** The tree of maps and lists. */
  static JsonNode tree(Map<String, @Nullable Object> values) {
    return JSON.valueToTree(values);
  }

  /** The maps, lists, texts, numbers and truth values of a tree. */
  static @Nullable Object values(JsonNode tree) {
    return JSON.convertValue(tree, Object.class);
  }

  /** The text of maps and lists, as Python writes it. */
  static String text(Map<String, @Nullable Object> values) {
    try {
      return PYTHON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
