package io.tenon.preprocessing.text;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a tokenizer has learned: counts of words and texts, and the numbers made of them. */
final class Vocabulary {
  private final Map<String, Long> wordCounts = new LinkedHashMap<>();
  private final Map<String, Long> wordDocs = new LinkedHashMap<>();
  private final Map<String, Integer> wordIndex = new LinkedHashMap<>();
  long documentCount;

  /** What was counted first, and the token for other words, until the maps are needed. */
  private @Nullable WordCounter counted;

  private Optional<String> oovToken = Optional.empty();

  private boolean areMapsUsed;

  private final Map<Integer, String> indexWord = new LinkedHashMap<>();
  private final Map<Integer, Long> indexDocs = new LinkedHashMap<>();

  /** Whether words have been numbered anew since the maps by numbers were last needed. */
  private boolean isNumberedAnew;

  // Made when first needed, by whichever thread needs it.
  private volatile @Nullable WordNumbers numbers;

  /** Adds what was counted, and numbers all words anew. */
  synchronized void add(WordCounter added, Optional<String> oovToken) {
    documentCount += added.documents();
    numbers = null;
    if (!areMapsUsed && counted == null) {
      this.counted = added;
      this.oovToken = oovToken;
    } else {
      fillMaps();
      fillMaps(added, oovToken);
    }
  }

  /** Many who fit a tokenizer never ask for maps, and these take as long as some texts. */
  private void fillMaps() {
    areMapsUsed = true;
    if (counted != null) {
      fillMaps(counted, oovToken);
      counted = null;
    }
  }

  private void fillMaps(WordCounter added, Optional<String> oovToken) {
    for (int i = 0; i < added.size(); i++) {
      String word = added.word(i);
      wordCounts.merge(word, added.count(i), Long::sum);
      wordDocs.merge(word, added.documents(i), Long::sum);
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
  private void number(Optional<String> oovToken) {
    wordIndex.clear();
    oovToken.ifPresent(token -> wordIndex.put(token, 1));
    List<String> words = List.copyOf(wordCounts.keySet());
    int next = oovToken.isPresent() ? 2 : 1;
    for (int word : WordRanks.order(longs(wordCounts.values()))) {
      wordIndex.put(words.get(word), next++);
    }
    isNumberedAnew = true;
  }

  private static long[] longs(Collection<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }

  /** How often each word was met, in the order in which they were. */
  synchronized Map<String, Long> wordCounts() {
    fillMaps();
    return wordCounts;
  }

  /** In how many texts each word was met. */
  synchronized Map<String, Long> wordDocs() {
    fillMaps();
    return wordDocs;
  }

  /** The number of each word. */
  synchronized Map<String, Integer> wordIndex() {
    fillMaps();
    return wordIndex;
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

  private void bringUpToDate() {
    fillMaps();
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
      made = makeNumbers();
      numbers = made;
    }
    return made;
  }

  private synchronized WordNumbers makeNumbers() {
    return counted == null ? new WordNumbers(wordIndex) : new WordNumbers(counted, oovToken);
  }
}
