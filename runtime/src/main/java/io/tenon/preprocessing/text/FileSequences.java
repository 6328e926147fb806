package io.tenon.preprocessing.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The sequences of the lines of a file, several blocks of which are worked on at once. */
final class FileSequences extends Spliterators.AbstractSpliterator<int[]> {
  private final FileBlocks blocks;
  private final LineSplitter splitter;
  private final Supplier<SequenceBuilder> builders;
  private final List<FileBlocks.Block> read = new ArrayList<>();
  private final int atOnce;
  private List<List<int[]>> made = List.of();
  private int list;
  private int element;

  /**
   * @param builders makes what makes the sequences of a block
   * @param atOnce how many blocks are worked on at once
   */
  FileSequences(
      FileBlocks blocks, LineSplitter splitter, Supplier<SequenceBuilder> builders, int atOnce) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.blocks = blocks;
    this.splitter = splitter;
    this.builders = builders;
    this.atOnce = atOnce;
  }

  @Override
  public boolean tryAdvance(Consumer<? super int[]> action) {
    while (list < made.size()) {
      if (element < made.get(list).size()) {
        action.accept(made.get(list).get(element++));
        return true;
      }
      list++;
      element = 0;
    }
    return make() && tryAdvance(action);
  }

  private boolean make() {
    int count = 0;
    while (count < atOnce && blocks.next(block(count))) {
      count++;
    }
    made = IntStream.range(0, count).parallel().mapToObj(i -> sequences(read.get(i))).toList();
    list = 0;
    element = 0;
    if (count == 0) {
      blocks.close();
    }
    return count > 0;
  }

  private FileBlocks.Block block(int number) {
    if (number == read.size()) {
      read.add(new FileBlocks.Block());
    }
    return read.get(number);
  }

  private List<int[]> sequences(FileBlocks.Block block) {
    SequenceBuilder builder = builders.get();
    splitter.split(block, builder);
    return builder.sequences();
  }
}
