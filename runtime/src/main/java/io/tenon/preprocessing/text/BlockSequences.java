package io.tenon.preprocessing.text;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** The sequences of a block of lines, made by the first thread that runs this. */
final class BlockSequences extends FutureTask<List<int[]>> {
  private final FileBlocks.Block block;

  BlockSequences(
      FileBlocks.Block block, LineSplitter splitter, Supplier<SequenceBuilder> builders) {
    super(
        () -> {
          SequenceBuilder builder = builders.get();
          splitter.split(block, builder);
          return builder.sequences();
        });
    this.block = block;
  }

  FileBlocks.Block block() {
    return block;
  }

  /** Waits for them; throws what making them threw. */
  List<int[]> join() {
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return get();
        } catch (InterruptedException e) {
          isInterrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new AssertionError("making sequences throws nothing that must be caught", e);
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
