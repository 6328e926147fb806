package io.tenon.preprocessing.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenon.golden.GoldenFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Words and tokenizers, against Keras's. */
class TextGoldenTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<JsonNode> textToWordSequence() {
    return GoldenFiles.cases("preprocessing/text_to_word_sequence.json");
  }

  @ParameterizedTest
  @MethodSource
  void textToWordSequence(JsonNode which) {
    assertThat(
            Texts.textToWordSequence(
                which.get("text").asText(), words -> set(words, which.get("args"))))
        .isEqualTo(strings(which.get("result")));
  }

  static List<JsonNode> hashingTrick() {
    return GoldenFiles.cases("preprocessing/hashing_trick.json");
  }

  @ParameterizedTest
  @MethodSource
  void hashingTrick(JsonNode which) {
    assertThat(
            Texts.hashingTrick(
                which.get("text").asText(),
                which.get("n").asInt(),
                hash -> hash.hashFunction(WordHash.MD5)))
        .isEqualTo(ints(which.get("result")));
  }

  static List<JsonNode> tokenizer() {
    return GoldenFiles.cases("preprocessing/tokenizer.json");
  }

  @ParameterizedTest
  @MethodSource
  void tokenizer(JsonNode which) throws JsonProcessingException {
    Tokenizer tokenizer = Tokenizer.of(options -> set(options, which.get("args")));
    tokenizer.fitOnTexts(strings(which.get("fit")));
    assertLearned(tokenizer, which);
    assertReads(tokenizer, which);
    assertSameJson(tokenizer.toJson(), which.get("to_json"));
  }

  @ParameterizedTest
  @MethodSource("tokenizer")
  void tokenizerOfKeras(JsonNode which) throws JsonProcessingException {
    Tokenizer tokenizer = Tokenizer.fromJson(which.get("to_json").toString());
    assertReads(tokenizer, which);
    assertThat(JSON.readTree(tokenizer.toJson())).isEqualTo(which.get("to_json"));
  }

  private static void assertLearned(Tokenizer tokenizer, JsonNode which) {
    assertThat(List.copyOf(tokenizer.wordIndex().entrySet()))
        .isEqualTo(entries(which.get("word_index"), JsonNode::asInt));
    assertThat(List.copyOf(tokenizer.wordCounts().entrySet()))
        .isEqualTo(entries(which.get("word_counts"), JsonNode::asLong));
    // Keras counts texts in the order of a set, which changes from run to run.
    assertThat(tokenizer.wordDocs().entrySet())
        .containsExactlyInAnyOrderElementsOf(entries(which.get("word_docs"), JsonNode::asLong));
    assertThat(tokenizer.documentCount()).isEqualTo(which.get("document_count").asLong());
  }

  private static void assertReads(Tokenizer tokenizer, JsonNode which) {
    List<String> texts = strings(which.get("texts"));
    int[][] sequences = tokenizer.textsToSequences(texts);
    int[][] expected =
        StreamSupport.stream(which.get("sequences").spliterator(), false)
            .map(TextGoldenTest::ints)
            .toArray(int[][]::new);
    assertThat(sequences).isDeepEqualTo(expected);
    assertThat(tokenizer.sequencesToTexts(sequences))
        .isEqualTo(strings(which.get("back_to_texts")));
    for (Map.Entry<String, JsonNode> matrix : which.get("matrices").properties()) {
      MatrixMode mode = MatrixMode.valueOf(matrix.getKey().toUpperCase(Locale.ROOT));
      INDArray found = tokenizer.textsToMatrix(texts, mode);
      assertThat(found.shape()).isEqualTo(GoldenFiles.array(matrix.getValue()).shape());
      assertThat(found.dup('c').data().asFloat())
          .containsExactly(GoldenFiles.floats(matrix.getValue()), within(1e-6f));
    }
  }

  private static void assertSameJson(String written, JsonNode expected)
      throws JsonProcessingException {
    JsonNode found = JSON.readTree(written);
    assertThat(names(found)).isEqualTo(names(expected));
    assertThat(names(found.get("config"))).isEqualTo(names(expected.get("config")));
    for (Map.Entry<String, JsonNode> member : expected.get("config").properties()) {
      JsonNode value = found.get("config").get(member.getKey());
      if (member.getKey().endsWith("_docs")) {
        assertThat(JSON.readTree(value.asText()))
            .isEqualTo(JSON.readTree(member.getValue().asText()));
      } else {
        assertThat(value).as(member.getKey()).isEqualTo(member.getValue());
      }
    }
  }

  private static List<String> names(JsonNode map) {
    return map.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static void set(SplitOptions<?> options, JsonNode args) {
    for (Map.Entry<String, JsonNode> arg : args.properties()) {
      JsonNode value = arg.getValue();
      switch (arg.getKey()) {
        case "filters" -> options.filters(value.asText());
        case "lower" -> options.lower(value.asBoolean());
        case "split" -> options.split(value.asText());
        case "num_words" -> ((TokenizerOptions) options).numWords(value.asInt());
        case "oov_token" -> ((TokenizerOptions) options).oovToken(value.asText());
        case "char_level" -> ((TokenizerOptions) options).charLevel(value.asBoolean());
        default -> throw new AssertionError("unknown option " + arg.getKey());
      }
    }
  }

  private static List<String> strings(JsonNode values) {
    List<String> strings = new ArrayList<>();
    values.forEach(value -> strings.add(value.asText()));
    return strings;
  }

  private static int[] ints(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static <T> List<Map.Entry<String, T>> entries(
      JsonNode map, java.util.function.Function<JsonNode, T> value) {
    return map.properties().stream()
        .map(entry -> Map.entry(entry.getKey(), value.apply(entry.getValue())))
        .toList();
  }
}
