package io.tenon.preprocessing.text;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;

/** Words of Chinese. A class of its own, since it loads only where Lucene's Chinese part is. */
final class ChineseAnalyzer extends Analyzer {
  // What Lucene's tokenizer gives for any punctuation.
  private static final CharArraySet PUNCTUATION = new CharArraySet(List.of(","), false);

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer words = new HMMChineseTokenizer();
    return new TokenStreamComponents(words, new StopFilter(words, PUNCTUATION));
  }
}
