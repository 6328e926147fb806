package io.tenon.preprocessing.text;

import io.tenon.preprocessing.UnreadableFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file in blocks of whole lines, which several threads take in turn: while one reads, the others
 * work on what they have. A byte order mark is skipped.
 */
final class FileBlocks implements Closeable {
  private static final int SIZE = 1 << 19;
  // Bytes are looked at 64 at a time, and words read by the long.
  private static final int SLACK = Long.SIZE + Long.BYTES;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Path file;
  private final InputStream input;
  private byte[] rest = {};
  private long next;
  private boolean isEnded;
  private boolean isMarkSought;

  /**
   * @throws UnreadableFileException if it cannot be opened
   */
  FileBlocks(Path file) {
    this.file = file;
    try {
      this.input = Files.newInputStream(file);
    } catch (IOException e) {
      throw Utf8Fault.explain(file, e);
    }
  }

  /** Some lines of the file, next to each other. */
  static final class Block {
    /** The lines, a \n after them, and some room. */
    byte[] bytes = new byte[SIZE + 1 + SLACK];

    int size;

    /** 0 for the first. */
    long number;

    private int room() {
      return bytes.length - 1 - SLACK - size;
    }

    private void grow() {
      long twice = 2L * bytes.length;
      bytes = Arrays.copyOf(bytes, (int) Math.min(twice, Integer.MAX_VALUE - 8));
    }
  }

  /**
   * Fills a block with the next lines, or says that there are no more.
   *
   * @throws UnreadableFileException if the file cannot be read further
   */
  synchronized boolean next(Block block) {
    if (isEnded) {
      return false;
    }
    try {
      fill(block);
    } catch (IOException e) {
      isEnded = true;
      throw Utf8Fault.explain(file, e);
    }
    block.bytes[block.size] = '\n';
    block.number = next++;
    return block.size > 0;
  }

  private void fill(Block block) throws IOException {
    block.size = 0;
    while (block.room() < rest.length) {
      block.grow();
    }
    System.arraycopy(rest, 0, block.bytes, 0, rest.length);
    block.size = rest.length;
    int end = 0;
    while (end == 0 && !isEnded) {
      read(block);
      end = isEnded ? block.size : endOfLines(block.bytes, block.size);
    }
    rest = Arrays.copyOfRange(block.bytes, end, block.size);
    block.size = end;
  }

  /** Until the block is full or the file ends. */
  private void read(Block block) throws IOException {
    if (block.room() == 0) {
      block.grow();
    }
    if (block.room() == 0) {
      throw new IOException("a line is longer than 2 GB");
    }
    while (block.room() > 0 && !isEnded) {
      int read = input.read(block.bytes, block.size, block.room());
      isEnded = read < 0;
      block.size += Math.max(0, read);
    }
    if (startsWithMark(block)) {
      block.size -= BYTE_ORDER_MARK.length;
      System.arraycopy(block.bytes, BYTE_ORDER_MARK.length, block.bytes, 0, block.size);
    }
  }

  private boolean startsWithMark(Block block) {
    int size = Math.min(block.size, BYTE_ORDER_MARK.length);
    // Only once: a second mark is a character of the text.
    boolean is =
        !isMarkSought
            && Arrays.equals(block.bytes, 0, size, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    isMarkSought = true;
    return is;
  }

  /** Where the line after the last whole one begins. A \r at the end may have its \n to come. */
  private static int endOfLines(byte[] bytes, int size) {
    for (int i = size - 1; i >= 0; i--) {
      if (bytes[i] == '\n' || (bytes[i] == '\r' && i < size - 1)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** No more blocks are given out. */
  @Override
  public synchronized void close() {
    isEnded = true;
    try {
      input.close();
    } catch (IOException e) {
      throw Utf8Fault.explain(file, e);
    }
  }
}
