package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares texts with files; {@code -Dgolden.update=true} rewrites the files instead. */
final class Golden {
  private Golden() {}

  static void check(Path file, String text) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(file).as("-Dgolden.update=true writes it").exists();
    assertThat(text).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
  }
}
