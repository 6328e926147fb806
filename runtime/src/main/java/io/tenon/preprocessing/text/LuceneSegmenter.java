package io.tenon.preprocessing.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts text into words by an analyzer of Apache Lucene. The application brings Lucene: {@code
 * org.apache.lucene:lucene-analysis-smartcn} for {@link #chinese()}, {@code
 * lucene-analysis-kuromoji} for {@link #japanese()}; without it, these throw {@link
 * NoClassDefFoundError}.
 *
 * <pre>{@code
 * Tokenizer.of(words -> words.segmenter(LuceneSegmenter.chinese()).filters(Filters.CJK))
 * }</pre>
 *
 * <p>Any number of threads may use one.
 */
public final class LuceneSegmenter implements Segmenter {
  private final Analyzer analyzer;

  private LuceneSegmenter(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** Words as an analyzer of one's own finds them. */
  public static LuceneSegmenter of(Analyzer analyzer) {
    return new LuceneSegmenter(analyzer);
  }

  /**
   * Words of simplified Chinese, by a hidden Markov model. Punctuation is dropped; Latin letters
   * come out in lower case and half width.
   */
  public static LuceneSegmenter chinese() {
    return of(new ChineseAnalyzer());
  }

  /** Words of Japanese, as they are written, by a dictionary. Punctuation is dropped. */
  public static LuceneSegmenter japanese() {
    return of(new JapaneseAnalyzer());
  }

  @Override
  public List<String> segment(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(word.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("an analyzer failed on a text in memory", e);
    }
    return words;
  }
}
