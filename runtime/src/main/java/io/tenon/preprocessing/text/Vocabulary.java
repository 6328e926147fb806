package io.tenon.preprocessing.text;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a tokenizer has learned: counts of words and texts, and the numbers made of them. */
final class Vocabulary {
  final Map<String, Long> wordCounts = new LinkedHashMap<>();
  final Map<String, Long> wordDocs = new LinkedHashMap<>();
  final Map<String, Integer> wordIndex = new LinkedHashMap<>();
  final Map<Integer, String> indexWord = new LinkedHashMap<>();
  final Map<Integer, Long> indexDocs = new LinkedHashMap<>();
  long documentCount;

  // Made when first needed, by whichever thread needs it.
  private volatile @Nullable WordNumbers numbers;

  /** Adds what was counted, and numbers all words anew. */
  void add(ParallelCounter counted, Optional<String> oovToken) {
    documentCount += counted.documents();
    for (ParallelCounter.Counted word : counted.words()) {
      wordCounts.merge(word.word(), word.count(), Long::sum);
      wordDocs.merge(word.word(), word.documents(), Long::sum);
    }
    number(oovToken);
  }

  /** Adds texts that are numbers already. */
  void add(int[][] sequences) {
    documentCount += sequences.length;
    for (int[] sequence : sequences) {
      TreeSet<Integer> distinct = new TreeSet<>();
      for (int index : sequence) {
        distinct.add(index);
      }
      distinct.forEach(index -> indexDocs.merge(index, 1L, Long::sum));
    }
  }

  /** The most frequent word first; of equals, the one met first. */
  private void number(Optional<String> oovToken) {
    wordIndex.clear();
    indexWord.clear();
    oovToken.ifPresent(token -> wordIndex.put(token, 1));
    List<String> sorted =
        wordCounts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .toList();
    int next = oovToken.isPresent() ? 2 : 1;
    for (String word : sorted) {
      wordIndex.put(word, next++);
    }
    wordIndex.forEach((word, index) -> indexWord.put(index, word));
    wordDocs.forEach(
        (word, documents) -> indexDocs.put(wordIndex.getOrDefault(word, 0), documents));
    numbers = null;
  }

  /** The numbers of words, to look up by characters. */
  WordNumbers numbers() {
    WordNumbers made = numbers;
    if (made == null) {
      made = new WordNumbers(wordIndex);
      numbers = made;
    }
    return made;
  }
}
