package io.tenon.preprocessing.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Cuts the lines of a file into words without decoding them where that makes no difference: up to
 * the first character of a line that is not ASCII, if words end at single characters. The rest is
 * decoded and left to the splitter of texts, so that the words are the same.
 */
final class LineSplitter {
  private static final char REPLACEMENT = '\ufffd';
  private static final int ASCII = 128;

  /** What a byte is, where it is not a character of a word: then, that character in lower case. */
  private static final byte UNKNOWN = 0;

  private static final byte SEPARATOR = -1;
  private static final byte LINE_END = -2;

  private final Path file;
  private final BiConsumer<String, WordSink> splitter;
  private final byte[] kinds = new byte[1 << Byte.SIZE];

  /** Whether all letters and digits are characters of words, so that they need not be looked up. */
  private final boolean isByEight;

  /** Whether letters change to lower case. */
  private final boolean lower;

  /**
   * @param file what errors name
   * @param words how texts become words
   * @param charLevel whether each character is a word
   */
  LineSplitter(Path file, WordSplitter words, boolean charLevel) {
    this.file = file;
    this.splitter = charLevel ? words::splitCharacters : words::split;
    Arrays.fill(kinds, UNKNOWN);
    if (!charLevel && words.isByCharacter()) {
      for (int c = 1; c < ASCII; c++) {
        char lowered = words.lowered((char) c);
        kinds[c] = words.endsWord(lowered) ? SEPARATOR : (byte) lowered;
      }
    }
    this.lower = kinds['A'] == 'a';
    this.isByEight = lettersAndDigitsAreWords();
    kinds['\n'] = LINE_END;
    kinds['\r'] = LINE_END;
  }

  private boolean lettersAndDigitsAreWords() {
    for (char c = 1; c < ASCII; c++) {
      boolean isOne = WordBytes.lettersAndDigits(c) > 0;
      long expected = lower ? WordBytes.lowered(c) : c;
      if (isOne && kinds[c] != expected) {
        return false;
      }
    }
    return true;
  }

  /**
   * Hands over the words of all lines; in the block, letters change to lower case.
   *
   * @throws io.tenon.preprocessing.UnreadableFileException if a line is not UTF-8
   */
  void split(FileBlocks.Block block, TextSink sink) {
    byte[] bytes = block.bytes;
    int line = 0;
    while (line < block.size) {
      int end = splitLine(bytes, line, sink);
      sink.endText();
      boolean isPair = bytes[end] == '\r' && end + 1 < block.size && bytes[end + 1] == '\n';
      line = end + (isPair ? 2 : 1);
    }
  }

  /** Returns where the line ends. */
  private int splitLine(byte[] bytes, int line, TextSink sink) {
    int i = line;
    while (true) {
      int word = i;
      int length = isByEight ? splitShortWord(bytes, word, sink) : 0;
      i = length > 0 ? word + length : lowerWord(bytes, word);
      byte kind = kinds[bytes[i] & 0xff];
      if (kind == UNKNOWN) {
        return splitDecoded(bytes, line, word - line, sink);
      }
      if (length == 0 && word < i) {
        sink.accept(bytes, word, i);
      }
      if (kind == LINE_END) {
        return i;
      }
      i++;
    }
  }

  /** Hands over a word of up to eight letters and digits; returns its length, 0 for any other. */
  private int splitShortWord(byte[] bytes, int word, TextSink sink) {
    long eight = WordBytes.read(bytes, word);
    int length = WordBytes.lettersAndDigits(eight);
    if (length == 0 || kinds[bytes[word + length] & 0xff] >= 0) {
      return 0;
    }
    sink.accept(WordBytes.first(lower ? WordBytes.lowered(eight) : eight, length));
    return length;
  }

  /** Returns where a word ends, the characters of which are in lower case then. */
  private int lowerWord(byte[] bytes, int word) {
    byte[] kinds = this.kinds;
    int i = word;
    byte kind = kinds[bytes[i] & 0xff];
    while (kind > 0) {
      // Most are the same; reading a word just written by the long would wait for the writes.
      if (bytes[i] != kind) {
        bytes[i] = kind;
      }
      i++;
      kind = kinds[bytes[i] & 0xff];
    }
    return i;
  }

  /**
   * Hands over the words of a line but for those that begin before a character. All of the line is
   * looked at again, since the case of a letter may depend on those around it.
   */
  private int splitDecoded(byte[] bytes, int line, int done, TextSink sink) {
    int end = line;
    while (kinds[bytes[end] & 0xff] != LINE_END) {
      end++;
    }
    String text = decode(bytes, line, end);
    // What was done is ASCII: as many characters as bytes, in lower case too.
    WordSink words =
        done == 0
            ? sink
            : (chars, from, to) -> {
              if (from >= done) {
                sink.accept(chars, from, to);
              }
            };
    splitter.accept(text, words);
    return end;
  }

  private String decode(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    // Stands for what is not UTF-8, but may also stand in the file.
    if (text.indexOf(REPLACEMENT) >= 0) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
      } catch (CharacterCodingException e) {
        throw Utf8Fault.explain(file, e);
      }
    }
    return text;
  }
}
