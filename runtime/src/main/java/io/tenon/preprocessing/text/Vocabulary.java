package io.tenon.preprocessing.text;

import java.util.ArrayList;
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
  long documentCount;

  private final Map<Integer, String> indexWord = new LinkedHashMap<>();
  private final Map<Integer, Long> indexDocs = new LinkedHashMap<>();

  /** Whether words have been numbered anew since the maps by numbers were last needed. */
  private boolean isNumberedAnew;

  // Made when first needed, by whichever thread needs it.
  private volatile @Nullable WordNumbers numbers;

  /** Adds what was counted, and numbers all words anew. */
  void add(WordCounter counted, Optional<String> oovToken) {
    documentCount += counted.documents();
    for (int i = 0; i < counted.size(); i++) {
      String word = counted.word(i);
      wordCounts.merge(word, counted.count(i), Long::sum);
      wordDocs.merge(word, counted.documents(i), Long::sum);
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
      distinct.forEach(index -> indexDocs().merge(index, 1L, Long::sum));
    }
  }

  /** The most frequent word first; of equals, the one met first. */
  private synchronized void number(Optional<String> oovToken) {
    wordIndex.clear();
    oovToken.ifPresent(token -> wordIndex.put(token, 1));
    List<Map.Entry<String, Long>> sorted = new ArrayList<>(wordCounts.entrySet());
    sorted.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    int next = oovToken.isPresent() ? 2 : 1;
    for (Map.Entry<String, Long> word : sorted) {
      wordIndex.put(word.getKey(), next++);
    }
    isNumberedAnew = true;
    numbers = null;
  }

  /** The word of each number. */
  synchronized Map<Integer, String> indexWord() {
    bringUpToDate();
    return indexWord;
  }

  /** In how many texts the word of each number was met. */
  synchronized Map<Integer, Long> indexDocs() {
    bringUpToDate();
    return indexDocs;
  }

  /** Many who fit a tokenizer never ask for these, and they take longer than some texts. */
  private void bringUpToDate() {
    if (isNumberedAnew) {
      indexWord.clear();
      wordIndex.forEach((word, index) -> indexWord.put(index, word));
      wordDocs.forEach(
          (word, documents) -> indexDocs.put(wordIndex.getOrDefault(word, 0), documents));
      isNumberedAnew = false;
    }
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
