package io.tenon.preprocessing.text;

import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into words as Keras's {@code text_to_word_sequence} does: lower case, filtered
 * characters replaced by the separator, cut at the separator, empty words dropped.
 */
final class WordSplitter {
  private static final int ASCII = 128;

  private final boolean lower;
  private final String split;
  private final @Nullable Segmenter segmenter;
  private final BitSet filters = new BitSet();
  // Those of the filters and the separator that are ASCII: what nearly all of most texts is asked.
  private final boolean[] endsWord = new boolean[ASCII];
  private final boolean isSimple;

  WordSplitter(SplitOptions<?> options) {
    this.lower = options.lower();
    this.split = options.split();
    this.segmenter = options.segmenter().orElse(null);
    options.filters().codePoints().forEach(filters::set);
    this.isSimple = split.length() == 1 && filters.length() <= Character.MAX_VALUE;
    if (isSimple) {
      filters.set(split.charAt(0));
    }
    filters.stream().filter(c -> c < ASCII).forEach(c -> endsWord[c] = true);
  }

  /** Whether words end at single characters, and nothing cuts them further. */
  boolean isByCharacter() {
    return isSimple && segmenter == null;
  }

  /** Whether an ASCII character ends a word. */
  boolean endsWord(int character) {
    return endsWord[character];
  }

  /** An ASCII character in lower case, if that is asked for. */
  char lowered(char character) {
    return lower ? Character.toLowerCase(character) : character;
  }

  /** Hands over the words of a text, in order. */
  void split(String text, WordSink sink) {
    WordSink words = segmenter == null ? sink : segmented(segmenter, sink);
    if (isSimple) {
      splitAtCharacters(text, words);
    } else {
      splitAtString(lower ? text.toLowerCase(Locale.ROOT) : text, words);
    }
  }

  /** Hands over each character, a code point of Unicode, of a text; nothing is filtered. */
  void splitCharacters(String text, WordSink sink) {
    char[] chars = lowered(text).toCharArray();
    for (int i = 0; i < chars.length; ) {
      int width = Character.charCount(Character.codePointAt(chars, i));
      sink.accept(chars, i, i + width);
      i += width;
    }
  }

  /** The text in lower case, if that is asked for. */
  String lowered(String text) {
    return lower ? text.toLowerCase(Locale.ROOT) : text;
  }

  private void splitAtCharacters(String text, WordSink sink) {
    char[] chars = text.toCharArray();
    if (lower && !lower(chars)) {
      chars = text.toLowerCase(Locale.ROOT).toCharArray();
    }
    int from = 0;
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c < ASCII ? endsWord[c] : filters.get(c)) {
        if (from < i) {
          sink.accept(chars, from, i);
        }
        from = i + 1;
      }
    }
    if (from < chars.length) {
      sink.accept(chars, from, chars.length);
    }
  }

  /**
   * Lowers in place; stops at a character whose case depends on its neighbours, or that becomes
   * several: the Greek sigma, the dotted I, and those of two chars.
   */
  private static boolean lower(char[] chars) {
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c < ASCII) {
        chars[i] = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
      } else if (c == '\u03a3' || c == '\u0130' || Character.isSurrogate(c)) {
        return false;
      } else {
        chars[i] = Character.toLowerCase(c);
      }
    }
    return true;
  }

  private void splitAtString(String text, WordSink sink) {
    StringBuilder replaced = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (filters.get(c)) {
                replaced.append(split);
              } else {
                replaced.appendCodePoint(c);
              }
            });
    int from = 0;
    for (int end = replaced.indexOf(split); end >= 0; end = replaced.indexOf(split, from)) {
      if (from < end) {
        sink.accept(replaced.substring(from, end));
      }
      from = end + split.length();
    }
    if (from < replaced.length()) {
      sink.accept(replaced.substring(from));
    }
  }

  private static WordSink segmented(Segmenter segmenter, WordSink sink) {
    return (chars, from, to) -> {
      String piece = String.valueOf(chars, from, to - from);
      for (String word : segmenter.segment(piece)) {
        if (!word.isEmpty()) {
          sink.accept(word);
        }
      }
    };
  }
}
