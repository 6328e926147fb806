package io.tenon.preprocessing.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/**
 * Cuts the lines of a file into words without decoding them where that makes no difference: up to
 * the first character of a line that is not ASCII, if words end at single characters. The rest is
 * decoded and left to the splitter of texts, so that the words are the same.
 */
final class LineSplitter {
  private static final char REPLACEMENT = '\ufffd';

  private final Path file;
  private final BiConsumer<String, WordSink> splitter;
  private final ByteKinds kinds;

  /**
   * @param file what errors name
   * @param words how texts become words
   * @param charLevel whether each character is a word
   */
  LineSplitter(Path file, WordSplitter words, boolean charLevel) {
    this.file = file;
    this.splitter = charLevel ? words::splitCharacters : words::split;
    this.kinds = charLevel || !words.isByCharacter() ? ByteKinds.UNKNOWN : ByteKinds.of(words);
  }

  /**
   * Hands over the words of all lines; in the block, letters change to lower case.
   *
   * @throws io.tenon.preprocessing.UnreadableFileException if a line is not UTF-8
   */
  void split(FileBlocks.Block block, TextSink sink) {
    LineScanner lines = new LineScanner(block, kinds);
    while (!lines.isAtEnd()) {
      sink.accept(lines.next());
      if (lines.isStopped()) {
        int line = lines.line();
        lines.skipTo(splitDecoded(block.bytes, line, lines.word() - line, sink));
      }
    }
  }

  /**
   * Hands over the words of a line but for those that begin before a character; returns where the
   * line ends. All of the line is looked at again, since the case of a letter may depend on those
   * around it.
   */
  private int splitDecoded(byte[] bytes, int line, int done, TextSink sink) {
    int end = line;
    while (!kinds.isLineEnd(bytes[end])) {
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
