package io.tenon.preprocessing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.junit.jupiter.api.Test;

class LuceneSegmenterTest {
  private static final String CHINESE = "我喜欢机器学习，也喜欢看电影。";
  private static final List<String> CHINESE_WORDS =
      List.of("我", "喜欢", "机器", "学习", "也", "喜欢", "看", "电影");

  @Test
  void cutsChinese() {
    assertThat(LuceneSegmenter.chinese().segment(CHINESE)).isEqualTo(CHINESE_WORDS);
  }

  @Test
  void cutsJapanese() {
    assertThat(LuceneSegmenter.japanese().segment("私は東京へ行きました。"))
        .containsExactly("私", "は", "東京", "へ", "行き", "まし", "た");
  }

  @Test
  void takesAnAnalyzerOfOnesOwn() {
    assertThat(LuceneSegmenter.of(new WhitespaceAnalyzer()).segment("a  B"))
        .containsExactly("a", "B");
  }

  @Test
  void plugsIntoTheTokenizer() {
    Tokenizer tokenizer =
        Tokenizer.of(options -> options.segmenter(LuceneSegmenter.chinese()).filters(Filters.CJK));
    tokenizer.fitOnTexts(List.of(CHINESE));
    assertThat(tokenizer.wordIndex()).containsEntry("喜欢", 1).hasSize(7);
    Tokenizer copy = Tokenizer.fromJson(tokenizer.toJson(), LuceneSegmenter.chinese());
    assertThat(copy.textToSequence("喜欢《电影》")).containsExactly(1, 7);
  }

  @Test
  void servesManyThreads() {
    LuceneSegmenter segmenter = LuceneSegmenter.chinese();
    assertThat(
            IntStream.range(0, 200).parallel().mapToObj(i -> segmenter.segment(CHINESE)).distinct())
        .containsExactly(CHINESE_WORDS);
  }
}
