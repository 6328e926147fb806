package io.tenon.preprocessing.text;

import io.tenon.preprocessing.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says why a text file cannot be read. Readers decode ahead, so a fault is looked for anew. */
final class Utf8Fault {
  private static final int BUFFER = 1 << 16;

  private Utf8Fault() {}

  static UnreadableFileException explain(Path file, IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return new UnreadableFileException(file, "there is no such file", cause);
    }
    if (Files.isDirectory(file)) {
      return new UnreadableFileException(file, "expected a file, found a folder", cause);
    }
    if (cause instanceof CharacterCodingException) {
      return new UnreadableFileException(file, "not UTF-8" + place(file) + "; convert it", cause);
    }
    return new UnreadableFileException(file, "cannot be read: " + cause.getMessage(), cause);
  }

  /** Where the first byte stands that is not UTF-8, in words; empty if the file has changed. */
  private static String place(Path file) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer chars = CharBuffer.allocate(BUFFER);
    long offset = 0;
    long line = 1;
    try (InputStream input = Files.newInputStream(file)) {
      boolean atEnd = false;
      while (!atEnd) {
        int read = input.read(bytes.array(), bytes.position(), bytes.remaining());
        atEnd = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        CoderResult result = decoder.decode(bytes, chars, atEnd);
        for (int i = 0; i < bytes.position(); i++) {
          line += bytes.get(i) == '\n' ? 1 : 0;
        }
        offset += bytes.position();
        if (result.isError()) {
          return " at line %d: byte %d is 0x%02x".formatted(line, offset, bytes.get());
        }
        chars.clear();
        bytes.compact();
      }
    } catch (IOException e) {
      return "";
    }
    return "";
  }
}
