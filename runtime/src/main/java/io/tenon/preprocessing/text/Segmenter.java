package io.tenon.preprocessing.text;

import java.util.List;

/**
 * Cuts text that is written without spaces into words. It is given one piece at a time: what stands
 * between filtered characters and separators, in lower case if that is asked for. Empty words are
 * dropped.
 *
 * <p>{@link LuceneSegmenter} is one for Chinese and Japanese. One that is to be used by several
 * threads must allow it.
 */
@FunctionalInterface
public interface Segmenter {
  /** The words of a piece of text, in order. */
  List<String> segment(String text);
}
