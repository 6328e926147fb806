package io.tenon.preprocessing.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Counts the words of texts on several threads, with the same result as on one. Texts are dealt out
 * in rounds; each counter sees its own in order, so that of any text the words stay in order too.
 */
final class ParallelCounter {
  private static final int MOST_THREADS = 8;
  private static final int CHARACTERS_A_SHARE = 1 << 19;

  private final BiConsumer<String, WordSink> splitter;
  private final List<WordCounter> counters = new ArrayList<>();
  private long dealtOut;

  /**
   * @param splitter hands the words of a text over
   * @param isParallel whether several threads may call it
   */
  ParallelCounter(BiConsumer<String, WordSink> splitter, boolean isParallel) {
    this.splitter = splitter;
    for (int i = 0; i < (isParallel ? threads() : 1); i++) {
      counters.add(new WordCounter());
    }
  }

  /** How many threads count, if several may. */
  static int threads() {
    return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
  }

  /** Some texts next to each other. */
  private record Share(List<String> texts, long firstDocument) {}

  /** Counts all texts. */
  void count(Iterator<String> texts) {
    while (texts.hasNext()) {
      List<Share> shares = new ArrayList<>();
      while (texts.hasNext() && shares.size() < counters.size()) {
        shares.add(take(texts));
      }
      IntStream.range(0, shares.size())
          .parallel()
          .forEach(i -> count(shares.get(i), counters.get(i)));
    }
  }

  /** Counts all lines of a file, each a text. */
  void count(FileBlocks blocks, LineSplitter splitter) {
    counters.parallelStream().forEach(counter -> count(blocks, splitter, counter));
  }

  private static void count(FileBlocks blocks, LineSplitter splitter, WordCounter counter) {
    FileBlocks.Block block = new FileBlocks.Block();
    try {
      while (blocks.next(block)) {
        // How many lines the blocks before have is not known yet; their order is.
        counter.begin((block.number << Integer.SIZE) + 1);
        splitter.split(block, counter);
      }
    } finally {
      // For the others to stop too if this one could not go on.
      blocks.close();
    }
  }

  private Share take(Iterator<String> texts) {
    Share share = new Share(new ArrayList<>(), dealtOut + 1);
    int characters = 0;
    while (texts.hasNext() && characters < CHARACTERS_A_SHARE) {
      String text = texts.next();
      share.texts().add(text);
      characters += text.length() + 1;
      dealtOut++;
    }
    return share;
  }

  private void count(Share share, WordCounter counter) {
    counter.begin(share.firstDocument());
    for (String text : share.texts()) {
      splitter.accept(text, counter);
      counter.endText();
    }
  }

  /** What all threads have counted. */
  WordCounter counted() {
    return WordCounter.together(counters);
  }
}
