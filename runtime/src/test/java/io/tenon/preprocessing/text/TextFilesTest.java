package io.tenon.preprocessing.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.data.DataException;
import io.tenon.preprocessing.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {
  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void readsLinesWithoutTheByteOrderMark() throws IOException {
    Path file = write("a.txt", "\ufeff机器\r\n\nlast");
    try (Stream<String> lines = TextFiles.lines(file)) {
      assertThat(lines).containsExactly("机器", "", "last");
    }
    assertThat(TextFiles.read(file)).isEqualTo("机器\n\nlast");
    assertThat(TextFiles.read(write("empty.txt", ""))).isEmpty();
  }

  @Test
  void fitsOnAFileLineByLine() throws IOException {
    Tokenizer tokenizer = Tokenizer.create();
    tokenizer.fitOnTexts(write("a.txt", "a b\nb\n"));
    assertThat(tokenizer.documentCount()).isEqualTo(2);
    assertThat(tokenizer.wordIndex()).containsEntry("b", 1).containsEntry("a", 2);
  }

  @Test
  void namesThePlaceThatIsNotUtf8() throws IOException {
    byte[] bytes = ("x".repeat(70_000) + "\ngut\nsch?n").getBytes(StandardCharsets.US_ASCII);
    bytes[bytes.length - 2] = (byte) 0xf6;
    Path file = Files.write(folder.resolve("latin.txt"), bytes);
    Tokenizer tokenizer = Tokenizer.create();
    assertThatThrownBy(() -> tokenizer.fitOnTexts(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(file + ": not UTF-8 at line 3: byte 70008 is 0xf6; convert it");
    assertThat(tokenizer.wordCounts()).isEmpty();
    Path first = Files.write(folder.resolve("first.txt"), new byte[] {(byte) 0xff, 'a'});
    assertThatThrownBy(() -> TextFiles.read(first))
        .hasMessage(first + ": not UTF-8 at line 1: byte 0 is 0xff; convert it");
    Path cut = Files.write(folder.resolve("cut.txt"), new byte[] {'a', (byte) 0xe6, (byte) 0x9c});
    assertThatThrownBy(() -> TextFiles.read(cut))
        .hasMessage(cut + ": not UTF-8 at line 1: byte 1 is 0xe6; convert it");
  }

  @Test
  void namesAFileThatIsNotThere() {
    Path file = folder.resolve("none.txt");
    assertThatThrownBy(() -> TextFiles.lines(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(file + ": there is no such file");
    assertThatThrownBy(() -> TextFiles.read(folder))
        .hasMessage(folder + ": expected a file, found a folder");
  }

  @Test
  void readsTextsByTheFolderTheyAreIn() throws IOException {
    write("pos/b.txt", "good");
    write("pos/a.txt", "fine");
    write("pos/more/0.txt", "great");
    write("neg/a.txt", "bad");
    write("neg/.hidden", "no");
    write(".git/a.txt", "no");
    LabeledTexts texts = TextFiles.fromDirectory(folder);
    assertThat(texts.classNames()).containsExactly("neg", "pos");
    assertThat(texts.texts()).containsExactly("bad", "fine", "good", "great");
    assertThat(texts.labels().toIntVector()).containsExactly(0, 1, 1, 1);
  }

  @Test
  void refusesAFolderWithoutClasses() throws IOException {
    write("a.txt", "text");
    assertThatThrownBy(() -> TextFiles.fromDirectory(folder))
        .isInstanceOf(DataException.class)
        .hasMessage(folder + ": expected a folder for each class in it, found none");
    Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> TextFiles.fromDirectory(folder))
        .hasMessage(
            folder + ": found no files of a known kind in the folders of the classes [empty]");
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> TextFiles.fromDirectory(none))
        .hasMessage(none + ": there is no such folder");
  }

  @Test
  void filesLargerThanOneTextAreReadAsTheyCome() throws IOException {
    Path file = write("a.txt", "one\ntwo\n");
    try (Stream<String> lines = TextFiles.lines(file)) {
      assertThat(lines.limit(1).toList()).isEqualTo(List.of("one"));
    }
  }
}
