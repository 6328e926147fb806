package io.tenon.preprocessing.text;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sequences of the lines of a file. While some are asked for, other threads work on the blocks
 * that come next; what none has begun with, the asking thread does.
 */
final class FileSequences extends Spliterators.AbstractSpliterator<int[]> {
  private final FileBlocks blocks;
  private final LineSplitter splitter;
  private final Supplier<SequenceBuilder> builders;
  private final int mostHelpers;
  private final AtomicInteger helpers = new AtomicInteger();

  /** In the order of the file, those begun with too. */
  private final Queue<BlockSequences> ahead = new ArrayDeque<>();

  /** Those that none has begun with. */
  private final Queue<BlockSequences> waiting = new ConcurrentLinkedQueue<>();

  private final Queue<FileBlocks.Block> free = new ArrayDeque<>();
  private List<int[]> sequences = List.of();
  private int next;

  /**
   * @param builders makes what makes the sequences of a block
   * @param mostHelpers how many other threads work
   */
  FileSequences(
      FileBlocks blocks,
      LineSplitter splitter,
      Supplier<SequenceBuilder> builders,
      int mostHelpers) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.blocks = blocks;
    this.splitter = splitter;
    this.builders = builders;
    this.mostHelpers = mostHelpers;
  }

  @Override
  public boolean tryAdvance(Consumer<? super int[]> action) {
    while (next == sequences.size()) {
      if (!nextBlock()) {
        return false;
      }
    }
    action.accept(sequences.get(next++));
    return true;
  }

  @Override
  public void forEachRemaining(Consumer<? super int[]> action) {
    do {
      while (next < sequences.size()) {
        action.accept(sequences.get(next++));
      }
    } while (nextBlock());
  }

  private boolean nextBlock() {
    readAhead();
    BlockSequences first = ahead.poll();
    if (first == null) {
      blocks.close();
      return false;
    }
    for (var todo = first; todo != null && !first.isDone(); todo = waiting.poll()) {
      todo.run();
    }
    sequences = first.join();
    next = 0;
    free.add(first.block());
    return true;
  }

  private void readAhead() {
    while (ahead.size() < 2 + 4 * mostHelpers) {
      FileBlocks.Block block = free.isEmpty() ? new FileBlocks.Block() : free.remove();
      if (!blocks.next(block)) {
        return;
      }
      BlockSequences read = new BlockSequences(block, splitter, builders);
      ahead.add(read);
      waiting.add(read);
      callHelper();
    }
  }

  private void callHelper() {
    if (helpers.get() < mostHelpers) {
      helpers.incrementAndGet();
      @Nullable ForkJoinPool own = ForkJoinTask.getPool();
      (own == null ? ForkJoinPool.commonPool() : own).execute(this::help);
    }
  }

  private void help() {
    for (var todo = waiting.poll(); todo != null; todo = waiting.poll()) {
      todo.run();
    }
    helpers.decrementAndGet();
  }
}
