package io.tenon.preprocessing.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.tenon.data.DataException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenizerTest {
  private static final List<String> TEXTS = List.of("a b b", "b c");

  private static Tokenizer fitted() {
    Tokenizer tokenizer = Tokenizer.create();
    tokenizer.fitOnTexts(TEXTS);
    return tokenizer;
  }

  @Test
  void fittingInPartsIsFittingAtOnce() {
    Tokenizer parts = Tokenizer.create();
    parts.fitOnTexts(Stream.of("a b b"));
    parts.fitOnTexts(Stream.of("b c"));
    assertThat(parts.toJson()).isEqualTo(fitted().toJson());
  }

  @Test
  void countsWordsAndTexts() {
    Tokenizer tokenizer = fitted();
    assertThat(tokenizer.wordCounts()).isEqualTo(Map.of("a", 1L, "b", 3L, "c", 1L));
    assertThat(tokenizer.wordDocs()).isEqualTo(Map.of("a", 1L, "b", 2L, "c", 1L));
    assertThat(tokenizer.wordIndex()).isEqualTo(Map.of("b", 1, "a", 2, "c", 3));
    assertThat(tokenizer.indexDocs()).isEqualTo(Map.of(1, 2L, 2, 1L, 3, 1L));
    assertThat(tokenizer.documentCount()).isEqualTo(2);
  }

  @Test
  void aTextThatCannotBeReadLeavesItAsItWas() {
    Tokenizer tokenizer = fitted();
    String before = tokenizer.toJson();
    Stream<String> broken =
        Stream.of("d", "e")
            .peek(
                text -> {
                  if (text.equals("e")) {
                    throw new IllegalStateException("broken");
                  }
                });
    assertThatThrownBy(() -> tokenizer.fitOnTexts(broken)).hasMessage("broken");
    assertThat(tokenizer.toJson()).isEqualTo(before);
  }

  @Test
  void charactersAreThoseOfUnicode() {
    Tokenizer tokenizer = Tokenizer.of(options -> options.charLevel(true));
    tokenizer.fitOnTexts(List.of("😀😀x"));
    assertThat(tokenizer.wordIndex()).isEqualTo(Map.of("😀", 1, "x", 2));
    assertThat(tokenizer.textToSequence("X😀")).containsExactly(2, 1);
  }

  @Test
  void aVocabularyLargerThanItsTableIsKept() {
    Tokenizer tokenizer = Tokenizer.create();
    tokenizer.fitOnTexts(
        Stream.iterate(0, i -> i + 1).limit(20_000).map(i -> "w" + i + " w" + i / 2));
    assertThat(tokenizer.wordIndex()).hasSize(20_000);
    assertThat(tokenizer.wordCounts()).containsEntry("w0", 3L).containsEntry("w19999", 1L);
    assertThat(tokenizer.indexWord().get(tokenizer.textToSequence("w12345")[0]))
        .isEqualTo("w12345");
  }

  @Test
  void manyThreadsCountAsOneDoes() {
    SplittableRandom random = new SplittableRandom(1);
    List<String> texts =
        Stream.generate(() -> random.ints(60, 0, 5000).mapToObj(Integer::toString))
            .limit(20_000)
            .map(words -> words.collect(Collectors.joining(" ")))
            .toList();
    Tokenizer parallel = Tokenizer.create();
    parallel.fitOnTexts(texts);
    Tokenizer single = Tokenizer.of(options -> options.segmenter(List::of));
    single.fitOnTexts(texts);
    assertThat(parallel.toJson()).isEqualTo(single.toJson());
    assertThat(parallel.documentCount()).isEqualTo(20_000);
  }

  @Test
  void matrixNeedsToKnowItsColumnsAndItsTexts() {
    assertThatThrownBy(
            () -> Tokenizer.create().sequencesToMatrix(new int[][] {{1}}, MatrixMode.COUNT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "how many columns the matrix needs is not known; call fitOnTexts first, or set"
                + " numWords");
    Tokenizer unfitted = Tokenizer.of(options -> options.numWords(3));
    assertThatThrownBy(() -> unfitted.sequencesToMatrix(new int[][] {{1}}, MatrixMode.TFIDF))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "TFIDF needs to know how frequent words are; call fitOnTexts or fitOnSequences first");
    assertThatThrownBy(
            () -> fitted().sequencesToMatrix(new int[][] {{1}, {2, -1}}, MatrixMode.COUNT))
        .isInstanceOf(DataException.class)
        .hasMessage("element 1 of text 1 is word -1; words are 0 or more");
    assertThatThrownBy(() -> fitted().textsToMatrix(List.of(), MatrixMode.COUNT))
        .hasMessage("there are no texts to make a matrix of");
  }

  @Test
  void sequencesAloneGiveRarities() {
    Tokenizer tokenizer = Tokenizer.of(options -> options.numWords(3));
    tokenizer.fitOnSequences(new int[][] {{1, 1, 2}, {2}});
    assertThat(tokenizer.indexDocs()).isEqualTo(Map.of(1, 1L, 2, 2L));
    float[] row =
        tokenizer.sequencesToMatrix(new int[][] {{1, 1}}, MatrixMode.TFIDF).toFloatMatrix()[0];
    float expected = (float) ((1 + Math.log(2)) * Math.log(1 + 2.0 / 2));
    assertThat(row).containsExactly(0, expected, 0);
  }

  @Test
  void writesAndReadsItself() {
    Tokenizer tokenizer = Tokenizer.of(options -> options.numWords(9).oovToken("?").lower(false));
    tokenizer.fitOnTexts(List.of("Fuchs \"学习\" Fuchs", "\u0001 é"));
    Tokenizer copy = Tokenizer.fromJson(tokenizer.toJson());
    assertThat(copy.toJson()).isEqualTo(tokenizer.toJson());
    assertThat(copy.textToSequence("Fuchs fuchs 学习")).containsExactly(2, 1, 3);
  }

  @Test
  void saysWhatIsWrongWithAFileOfJson() {
    assertThatThrownBy(() -> Tokenizer.fromJson("{\"config\": [1"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("the tokenizer is no JSON: ");
    assertThatThrownBy(() -> Tokenizer.fromJson("{}"))
        .hasMessage(
            "the tokenizer has no \"config\"; expected what Keras's Tokenizer.to_json writes");
    assertThatThrownBy(() -> Tokenizer.fromJson("{\"config\": {\"filters\": \"\"}}"))
        .hasMessage(
            "the tokenizer has no \"lower\"; expected what Keras's Tokenizer.to_json writes");
    String json = fitted().toJson();
    assertThatThrownBy(
            () -> Tokenizer.fromJson(json.replace("\\\"a\\\": 2", "\\\"a\\\": \\\"b\\\"")))
        .hasMessage("\"a\" of the tokenizer: expected a whole number, found \"b\"");
  }

  @Test
  void refusesOptionsThatContradictEachOther() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tokenizer.of(options -> options.charLevel(true).segmenter(List::of)))
        .withMessage(
            "charLevel makes a word of every character; a segmenter has nothing to do then");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tokenizer.of(options -> options.numWords(-5)))
        .withMessage("numWords must be 1 or more, found -5");
  }

  @Test
  void mapsFollowWhatIsFittedLater() {
    Tokenizer tokenizer = Tokenizer.of(words -> words.oovToken("b"));
    Map<String, Integer> index = tokenizer.wordIndex();
    tokenizer.fitOnTexts(List.of("a b b", "c b"));
    assertThat(index).containsExactly(entry("b", 2), entry("a", 3), entry("c", 4));
    tokenizer.fitOnTexts(List.of("c c d"));
    assertThat(index).containsExactly(entry("b", 2), entry("c", 3), entry("a", 4), entry("d", 5));
  }

  @Test
  void sequencesAreTheSameBeforeMapsAreAskedForAndAfter() {
    Tokenizer tokenizer = Tokenizer.of(words -> words.oovToken("b"));
    tokenizer.fitOnTexts(List.of("a b b", "c b"));
    int[] before = tokenizer.textToSequence("a b c d");
    assertThat(before).containsExactly(3, 2, 4, 2);
    tokenizer.wordCounts();
    assertThat(tokenizer.textToSequence("a b c d")).isEqualTo(before);
    Tokenizer unmet = Tokenizer.of(words -> words.oovToken("?"));
    unmet.fitOnTexts(List.of("a b b", "c b"));
    assertThat(unmet.textToSequence("a b c d")).containsExactly(3, 2, 4, 1);
  }
}
