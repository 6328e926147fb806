package io.tenon.preprocessing.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tenon.data.DataException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A tokenizer in Keras's form: its maps are strings of JSON inside JSON. */
final class TokenizerJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                  .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                  .build())
          .build();
  private static final ObjectWriter WRITER = MAPPER.writer(new Spaced());

  private TokenizerJson() {}

  /** Spaces where Python puts them, so that files compare equal. */
  private static final class Spaced extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
      json.writeRaw(", ");
    }
  }

  static String write(TokenizerOptions options, Vocabulary vocabulary) {
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    config.put("num_words", options.numWords().isPresent() ? options.numWords().getAsInt() : null);
    config.put("filters", options.filters());
    config.put("lower", options.lower());
    config.put("split", options.split());
    config.put("char_level", options.charLevel());
    config.put("oov_token", options.oovToken().orElse(null));
    config.put("document_count", vocabulary.documentCount);
    config.put("word_counts", text(vocabulary.wordCounts()));
    config.put("word_docs", text(vocabulary.wordDocs()));
    config.put("index_docs", text(vocabulary.indexDocs()));
    config.put("index_word", text(vocabulary.indexWord()));
    config.put("word_index", text(vocabulary.wordIndex()));
    Map<String, Object> tokenizer = new LinkedHashMap<>();
    tokenizer.put("class_name", "Tokenizer");
    tokenizer.put("config", config);
    return text(tokenizer);
  }

  private static String text(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError("maps of strings and numbers can be written", e);
    }
  }

  static Tokenizer read(String json, @Nullable Segmenter segmenter) {
    JsonNode config = parse("the tokenizer", json).path("config");
    if (!config.isObject()) {
      throw new DataException(
          "the tokenizer has no \"config\"; expected what Keras's Tokenizer.to_json writes");
    }
    TokenizerOptions options = new TokenizerOptions();
    options.filters(member(config, "filters").asText());
    options.lower(member(config, "lower").asBoolean());
    options.split(member(config, "split").asText());
    options.charLevel(member(config, "char_level").asBoolean());
    // Python takes 0 for no limit, as it does none at all.
    if (config.path("num_words").asInt(0) != 0) {
      options.numWords(config.get("num_words").asInt());
    }
    if (config.path("oov_token").isTextual()) {
      options.oovToken(config.get("oov_token").asText());
    }
    if (segmenter != null) {
      options.segmenter(segmenter);
    }
    return new Tokenizer(options, vocabulary(config));
  }

  private static Vocabulary vocabulary(JsonNode config) {
    Vocabulary vocabulary = new Vocabulary();
    vocabulary.documentCount = number("document_count", member(config, "document_count"));
    each(config, "word_counts", (word, n) -> vocabulary.wordCounts().put(word, number(word, n)));
    each(config, "word_docs", (word, n) -> vocabulary.wordDocs().put(word, number(word, n)));
    each(
        config,
        "index_docs",
        (index, n) -> vocabulary.indexDocs().put(index(index), number(index, n)));
    each(
        config,
        "index_word",
        (index, word) -> vocabulary.indexWord().put(index(index), word.asText()));
    each(
        config,
        "word_index",
        (word, n) -> vocabulary.wordIndex().put(word, Math.toIntExact(number(word, n))));
    return vocabulary;
  }

  private static void each(JsonNode config, String name, BiConsumer<String, JsonNode> action) {
    JsonNode map = parse("\"" + name + "\" of the tokenizer", member(config, name).asText());
    if (!map.isObject()) {
      throw new DataException("\"%s\" of the tokenizer is no map".formatted(name));
    }
    map.properties().forEach(entry -> action.accept(entry.getKey(), entry.getValue()));
  }

  private static JsonNode member(JsonNode config, String name) {
    JsonNode member = config.get(name);
    if (member == null || member.isNull()) {
      throw new DataException(
          "the tokenizer has no \"%s\"; expected what Keras's Tokenizer.to_json writes"
              .formatted(name));
    }
    return member;
  }

  private static long number(String name, JsonNode value) {
    if (!value.isIntegralNumber()) {
      throw new DataException(
          "\"%s\" of the tokenizer: expected a whole number, found %s".formatted(name, value));
    }
    return value.asLong();
  }

  private static int index(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new DataException(
          "the tokenizer: expected the number of a word, found \"%s\"".formatted(text));
    }
  }

  private static JsonNode parse(String what, String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new DataException("%s is no JSON: %s".formatted(what, e.getOriginalMessage()));
    }
  }
}
