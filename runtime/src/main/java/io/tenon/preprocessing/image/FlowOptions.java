package io.tenon.preprocessing.image;

import io.tenon.preprocessing.Require;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How images come in batches. Defaults are those of Keras's {@code flow}.
 *
 * @param <O> the options themselves, so that calls chain
 */
public abstract sealed class FlowOptions<O extends FlowOptions<O>>
    permits ArrayFlowOptions, DirectoryFlowOptions {
  private static final int MOST_THREADS = 4;

  int batchSize = 32;
  boolean shuffle = true;
  long seed;
  Subset subset = Subset.ALL;
  int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
  @Nullable Path saveToDir;
  String savePrefix = "image";
  String saveFormat = "png";

  FlowOptions() {}

  abstract O self();

  /**
   * The number of images in a batch; the last one may hold fewer. Default 32.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public O batchSize(int batchSize) {
    this.batchSize = Require.positive("batchSize", batchSize);
    return self();
  }

  /** Whether images come in another order each epoch. Default true. */
  public O shuffle(boolean shuffle) {
    this.shuffle = shuffle;
    return self();
  }

  /**
   * What order and transforms are drawn from: the same seed, the same batches, however many threads
   * make them. Default 0.
   */
  public O seed(long seed) {
    this.seed = seed;
    return self();
  }

  /**
   * Which images are taken, where {@code validationSplit} keeps some. Default {@link Subset#ALL}.
   */
  public O subset(Subset subset) {
    this.subset = subset;
    return self();
  }

  /**
   * How many threads make batches ahead while others are used. Default: as many as there are
   * processors, 4 at most.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public O threads(int threads) {
    this.threads = Require.positive("threads", threads);
    return self();
  }

  /** A folder to write every image to as it is given out, to look at. Default: none are written. */
  public O saveToDir(Path folder) {
    this.saveToDir = folder;
    return self();
  }

  /** What names of written images begin with. Default {@code image}. */
  public O savePrefix(String prefix) {
    this.savePrefix = prefix;
    return self();
  }

  /** The format of written images, as a file's ending. Default {@code png}. */
  public O saveFormat(String format) {
    this.saveFormat = format;
    return self();
  }
}
