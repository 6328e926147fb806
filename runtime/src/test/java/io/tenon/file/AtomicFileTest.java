package io.tenon.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is the old one or the new one, and nothing else stays. */
class AtomicFileTest {
  @TempDir private Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void writesWithTheFoldersOnTheWay() throws IOException {
    Path file = folder.resolve("a/b/model");

    AtomicFile.write(file, out -> out.write(bytes("new")));

    assertThat(file).hasContent("new");
    assertThat(file.getParent()).isDirectoryContaining("glob:**model");
  }

  @Test
  void whatFailsHalfWayLeavesTheOldFile() throws IOException {
    Path file = Files.writeString(folder.resolve("model"), "old");
    AtomicFile.Content failing =
        out -> {
          out.write(new byte[1 << 20]);
          throw new IOException("no space left on device");
        };

    assertThatThrownBy(() -> AtomicFile.write(file, failing)).hasMessageContaining("no space");

    assertThat(file).hasContent("old");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  /** As any other program's file, and not for its owner alone. */
  @Test
  void hasTheRightsOfAnyNewFile() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "any");
    Path file = folder.resolve("model");
    AtomicFile.write(file, out -> out.write(bytes("new")));

    assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix")).isTrue();
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void aFolderIsNotReplaced() throws IOException {
    Path target = Files.createDirectory(folder.resolve("model"));

    assertThatThrownBy(() -> AtomicFile.write(target, out -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot write " + target + ": it is a folder");
  }
}
