package io.tenon.preprocessing.text;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;

/** Words of Japanese. A class of its own, since it loads only where Lucene's Japanese part is. */
final class JapaneseAnalyzer extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    return new TokenStreamComponents(
        new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.NORMAL));
  }
}
