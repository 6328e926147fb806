package io.tenon.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class ReadersTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path packed(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content);
    }
    return file;
  }

  @Test
  void readsColumnsByName() throws IOException {
    CsvFile csv =
        CsvFile.of(
            file(
                "a.csv", "\uFEFFwidth, kind,height\r\n1,\"b, \"\"B\"\"\",2.5\r\n\r\n3,a,-4e1\r\n"));
    assertThat(csv.numbers("height", "width"))
        .isEqualTo(Nd4j.createFromArray(new float[][] {{2.5f, 1}, {-40, 3}}));
    assertThat(csv.integers("width")).isEqualTo(Nd4j.createFromArray(1, 3));
    assertThat(csv.classes("kind")).containsExactly("a", "b, \"B\"");
    assertThat(csv.categories("kind")).isEqualTo(Nd4j.createFromArray(1, 0));
  }

  @Test
  void readsPackedFilesWithoutNamesAndWithOtherSeparators() throws IOException {
    Path file = packed("b.csv.gz", "1;2\n3;4\n".getBytes(StandardCharsets.UTF_8));
    CsvFile csv = CsvFile.of(file).separator(';').columns("a", "b");
    assertThat(csv.numbers("a", "b"))
        .isEqualTo(Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}}));
    assertThat(csv.rows().map(CsvRow::line).toList()).containsExactly(1L, 2L);
  }

  @Test
  void whatIsWrongInACsvFileIsNamedByLineAndColumn() throws IOException {
    Path file = file("c.csv", "width,height\n1,2\nx,3\n4.5,5,6\n");
    CsvFile csv = CsvFile.of(file);
    assertThatThrownBy(() -> csv.numbers("width"))
        .isInstanceOf(DataException.class)
        .hasMessage(file + ", line 4: expected 2 values, one for each of width, height, found 3");
    Files.writeString(file, "width,height\n1,2\nx,3\n4.5,5\n");
    assertThatThrownBy(() -> csv.numbers("width"))
        .hasMessage(file + ", line 3: width must be a number, found \"x\"");
    Files.writeString(file, "width,height\n1,2\n4.5,5\n");
    assertThatThrownBy(() -> csv.integers("width"))
        .hasMessage(file + ", line 3: width must be a whole number, found \"4.5\"");
    assertThatThrownBy(() -> csv.numbers("hight"))
        .hasMessageStartingWith(file + " has no column \"hight\".")
        .hasMessageContaining("height");
    Files.writeString(file, "width,height\n");
    assertThatThrownBy(() -> csv.numbers("width")).hasMessage(file + " has no lines of data");
    Files.writeString(file, "");
    assertThatThrownBy(() -> csv.numbers("width"))
        .hasMessage(file + " is empty; its first line must name the columns");
    assertThatThrownBy(() -> CsvFile.of(folder.resolve("none.csv")).numbers("a"))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static byte[] idx(int type, int[] shape, int... values) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(type << 8 | shape.length);
    for (int size : shape) {
      out.writeInt(size);
    }
    for (int value : values) {
      switch (type) {
        case 0x08, 0x09 -> out.writeByte(value);
        case 0x0B -> out.writeShort(value);
        case 0x0C -> out.writeInt(value);
        case 0x0D -> out.writeFloat(value);
        default -> out.writeDouble(value);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void readsIdxFilesOfEveryType() throws IOException {
    Path file = folder.resolve("array.idx");
    for (int type : new int[] {0x09, 0x0B, 0x0C, 0x0D, 0x0E}) {
      Files.write(file, idx(type, new int[] {2, 1, 2}, 1, -2, 3, 127));
      assertThat(IdxFile.read(file))
          .isEqualTo(Nd4j.createFromArray(1f, -2, 3, 127).reshape(2, 1, 2));
    }
    Path packed = packed("labels.gz", idx(0x08, new int[] {3}, 0, 9, 255));
    assertThat(IdxFile.readIntegers(packed)).isEqualTo(Nd4j.createFromArray(0, 9, 255));
  }

  @Test
  void damagedIdxFilesAreRefused() throws IOException {
    byte[] whole = idx(0x08, new int[] {2, 2}, 1, 2, 3, 4);
    Path file = folder.resolve("array.idx");
    for (int length : new int[] {0, 3, 10, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> IdxFile.read(file))
          .isInstanceOf(DataException.class)
          .hasMessage(file + " ends before its array does; it is damaged");
    }
    Files.write(file, "no idx".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> IdxFile.read(file))
        .hasMessage(
            file
                + " is not an IDX file: it begins with 6e6f2069, expected 0000, a type and a rank");
    Files.write(file, idx(0x08, new int[] {1 << 30, 1 << 30}));
    assertThatThrownBy(() -> IdxFile.read(file))
        .hasMessage(file + " has axes of [1073741824, 1073741824], which is empty or too large");
    Files.write(file, idx(0x08, new int[] {0}));
    assertThatThrownBy(() -> IdxFile.read(file))
        .hasMessage(file + " has axes of [0], which is empty or too large");
  }

  @Test
  void theFoldersOfAnImageFolderAreItsClasses() throws IOException {
    for (String name : List.of("dogs/2.PNG", "dogs/more/1.jpg", "cats/x.png", "cats/notes.txt")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
    ImageFolder images = ImageFolder.of(folder);
    assertThat(images.classes()).containsExactly("cats", "dogs");
    assertThat(images.files())
        .extracting(entry -> folder.relativize(entry.file()) + " " + entry.classNumber())
        .containsExactly("cats/x.png 0", "dogs/2.PNG 1", "dogs/more/1.jpg 1");
    List<Samples> batches =
        images
            .samples("image", "animal", 2, file -> Nd4j.valueArrayOf(new long[] {2, 2, 1}, 5f))
            .batch(2, Samples::concatenate)
            .toList();
    assertThat(batches.get(0).inputs().get("image").shape()).containsExactly(2, 2, 2, 1);
    assertThat(batches.get(0).labels().get("animal")).isEqualTo(Nd4j.createFromArray(0, 1));
    assertThat(batches.get(1).count()).isEqualTo(1);
  }

  @Test
  void aFolderWithoutImagesIsRefused() {
    assertThatThrownBy(() -> ImageFolder.of(folder))
        .isInstanceOf(DataException.class)
        .hasMessage(
            folder
                + " holds no images; expected a folder for each class, with files that end in bmp,"
                + " gif, jpeg, jpg, png");
    assertThatThrownBy(() -> ImageFolder.of(folder.resolve("none")))
        .hasMessage(folder.resolve("none") + " is not a folder");
  }
}
