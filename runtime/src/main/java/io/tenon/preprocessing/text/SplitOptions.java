package io.tenon.preprocessing.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a text becomes words.
 *
 * @param <O> the options themselves, so that calls chain
 */
public abstract sealed class SplitOptions<O extends SplitOptions<O>>
    permits WordOptions, HashOptions, TokenizerOptions {
  private String filters = Filters.DEFAULT;
  private boolean lower = true;
  private String split = " ";
  private @Nullable Segmenter segmenter;

  SplitOptions() {}

  abstract O self();

  /** Characters that separate words besides {@link #split}. Default {@link Filters#DEFAULT}. */
  public O filters(String filters) {
    this.filters = filters;
    return self();
  }

  /** Whether words are put in lower case. Default true. */
  public O lower(boolean lower) {
    this.lower = lower;
    return self();
  }

  /**
   * What stands between words. Default a space.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public O split(String split) {
    if (split.isEmpty()) {
      throw new IllegalArgumentException(
          "split is empty; give what stands between words, such as \" \", or use charLevel");
    }
    this.split = split;
    return self();
  }

  /** What cuts each piece between separators further, for text without spaces. Default: nothing. */
  public O segmenter(Segmenter segmenter) {
    this.segmenter = segmenter;
    return self();
  }

  String filters() {
    return filters;
  }

  boolean lower() {
    return lower;
  }

  String split() {
    return split;
  }

  Optional<Segmenter> segmenter() {
    return Optional.ofNullable(segmenter);
  }
}
