package io.tenon.preprocessing.text;

import java.util.Collection;
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

  private @Nullable WordTable numbers;

  /** Adds words counted in so many texts, and numbers all words anew. */
  void add(Collection<WordTable.Entry> words, long documents, Optional<String> oovToken) {
    documentCount += documents;
    for (WordTable.Entry entry : words) {
      wordCounts.merge(entry.word, entry.count, Long::sum);
      wordDocs.merge(entry.word, entry.documents, Long::sum);
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

  /** The words with their numbers, to look up by characters. */
  WordTable numbers() {
    WordTable table = numbers;
    if (table == null) {
      table = new WordTable();
      for (Map.Entry<String, Integer> entry : wordIndex.entrySet()) {
        table.findOrAdd(entry.getKey()).index = entry.getValue();
      }
      numbers = table;
    }
    return table;
  }
}
