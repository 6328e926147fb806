package io.tenon.preprocessing.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.preprocessing.UnreadableFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are cut into words as bytes where they can be; the words are those of their lines. */
class FileWordsTest {
  private static final String[] PIECES = {
    " ",
    " ",
    " ",
    "a",
    "B",
    "the",
    "Word",
    "WORDS",
    "eightchr",
    "ninechars",
    "It's",
    "0/9:",
    "@A[Z{`z",
    "\u0011\u001a",
    "\u0000",
    "\t",
    ",",
    ".",
    "\u0001",
    "~",
    "\u007f",
    "\u0080",
    "\u00e9",
    "\u00c9t\u00c9",
    "\u00df",
    "\u0130",
    "I\u0307",
    "\u03a3",
    "A\u03a3",
    "\u039f\u03a3",
    "'\u03a3",
    ".\u03a3",
    "\u03a3.",
    "\u4e2d\u6587",
    "\u3002",
    "\ufeff",
    "\ufffd",
    "\uffff",
    "\ud83d\ude00",
    "\ud801\udc00",
    "\u2028",
    "\u0085",
    "\u000b",
    "\f"
  };
  private static final String[] ENDS = {"\n", "\n", "\r\n", "\r", "\n\n", "\r\r\n"};
  private static final String[] SPLITS = {
    " ", " ", " ", "a", "\u4e2d", "\n", "\r", "\u0000", "th", "\ud83d"
  };
  private static final String[] FILTERS = {
    Filters.DEFAULT,
    Filters.CJK,
    "",
    " ",
    "ab'",
    "\u0000",
    "A",
    "\u03a3",
    "\ud83d\ude00",
    "\ud83d",
    "\r\n"
  };

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void wordsAreThoseOfTheLines(int seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < 250; round++) {
      Path file = Files.writeString(folder.resolve("words.txt"), text(random, random.nextInt(300)));
      Consumer<TokenizerOptions> options = options(random);
      assertSameAsLines(file, options);
    }
  }

  @Test
  void wordsOfManyBlocksAreThoseOfTheLines() throws IOException {
    Random random = new Random(5);
    for (int round = 0; round < 4; round++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 3_000_000) {
        text.append("line ").append(Integer.toString(random.nextInt(100_000), 36)).append(' ');
        text.append(text(random, random.nextInt(20)));
      }
      Path file = Files.writeString(folder.resolve("words.txt"), text);
      assertSameAsLines(file, words -> words.oovToken("?"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", ".\n", " ", "a ", "a\n", "a\r\n", "B.C-", "\u00e9\n"})
  void wordsMayBeAsShortAndTextsAsManyAsCanBe(String repeated) throws IOException {
    Path file = folder.resolve("words.txt");
    for (int before = 0; before < 70; before += 23) {
      String text = "x".repeat(before) + " " + repeated.repeat(5000) + "Y";
      assertSameAsLines(Files.writeString(file, text), words -> {});
    }
  }

  @Test
  void wordsOfAnyLengthAndPlaceAreThoseOfTheLines() throws IOException {
    Random random = new Random(7);
    Path file = folder.resolve("words.txt");
    for (int round = 0; round < 20; round++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 3000; word++) {
        int length = random.nextInt(20);
        for (int i = 0; i < length; i++) {
          // Few different letters, so that many words begin or end like others.
          text.append("abABz9'Z".charAt(random.nextInt(random.nextBoolean() ? 2 : 8)));
        }
        text.append(" ,\n.".charAt(random.nextInt(4)));
      }
      boolean lower = round % 2 == 0;
      assertSameAsLines(Files.writeString(file, text), words -> words.lower(lower));
    }
  }

  @Test
  void sequencesNeedNotAllBeTaken() throws IOException {
    Path file = Files.writeString(folder.resolve("words.txt"), "a b\n".repeat(1_000_000));
    Tokenizer tokenizer = Tokenizer.create();
    tokenizer.fitOnTexts(file);
    try (Stream<int[]> sequences = tokenizer.textsToSequences(file)) {
      assertThat(sequences.limit(300_000).filter(sequence -> sequence.length == 2))
          .hasSize(300_000);
    }
  }

  @Test
  void aLineMayBeLongerThanABlock() throws IOException {
    Path file = folder.resolve("words.txt");
    String end = "long ".repeat(400_000);
    for (String lines : List.of(end, end + "\r", "a\r" + end + "\r\nb", "x".repeat(2_000_000))) {
      assertSameAsLines(Files.writeString(file, lines), words -> {});
    }
    // A \r\n on the edge of two blocks is one end of a line.
    for (int before = -3; before <= 3; before++) {
      String line = "x".repeat((1 << 19) - before);
      assertSameAsLines(Files.writeString(file, line + "\r\ny\r\n"), words -> {});
      assertSameAsLines(Files.writeString(file, line + "\ry"), words -> {});
    }
  }

  @Test
  void aByteOrderMarkIsSkippedOnce() throws IOException {
    Path file = folder.resolve("words.txt");
    for (String text :
        List.of("", "\ufeff", "\ufeffa", "\ufeff\ufeffa", "\ufeff\n", "a\n\ufeffa")) {
      assertSameAsLines(Files.writeString(file, text), words -> {});
    }
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedAsInLines() throws IOException {
    Random random = new Random(6);
    Path file = folder.resolve("words.txt");
    for (int round = 0; round < 300; round++) {
      byte[] bytes = text(random, 50).getBytes(StandardCharsets.UTF_8);
      ByteArrayOutputStream changed = new ByteArrayOutputStream();
      int at = random.nextInt(bytes.length + 1);
      changed.write(bytes, 0, at);
      changed.write(0x80 + random.nextInt(0x80));
      changed.write(bytes, at, bytes.length - at);
      assertSameAsLines(Files.write(file, changed.toByteArray()), options(random));
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path none = folder.resolve("none.txt");
    Tokenizer tokenizer = Tokenizer.create();
    assertThatThrownBy(() -> tokenizer.fitOnTexts(none))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(none + ": there is no such file");
    assertThatThrownBy(() -> tokenizer.textsToSequences(none))
        .hasMessage(none + ": there is no such file");
    assertThatThrownBy(() -> tokenizer.fitOnTexts(folder))
        .hasMessage(folder + ": expected a file, found a folder");
  }

  private static String text(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    boolean isAscii = false;
    for (int i = 0; i < pieces; i++) {
      if (random.nextInt(12) == 0) {
        text.append(ENDS[random.nextInt(ENDS.length)]);
        isAscii = random.nextBoolean();
      }
      text.append(PIECES[random.nextInt(isAscii ? 21 : PIECES.length)]);
    }
    return text.toString();
  }

  private static Consumer<TokenizerOptions> options(Random random) {
    String split = SPLITS[random.nextInt(SPLITS.length)];
    String filters = FILTERS[random.nextInt(FILTERS.length)];
    int way = random.nextInt(8);
    boolean lower = random.nextInt(4) > 0;
    return words -> {
      words.split(split).filters(filters).lower(lower).charLevel(way == 0);
      if (way == 1) {
        words.segmenter(text -> List.of(text.substring(0, text.length() / 2), text));
      }
      if (way % 2 == 0) {
        words.oovToken("?").numWords(5);
      }
    };
  }

  private static void assertSameAsLines(Path file, Consumer<TokenizerOptions> options) {
    Tokenizer expected = Tokenizer.of(options);
    Tokenizer found = Tokenizer.of(options);
    String fault = faultOf(() -> expected.fitOnTexts(TextFiles.lines(file)));
    assertThat(faultOf(() -> found.fitOnTexts(file))).isEqualTo(fault);
    assertThat(found.toJson()).isEqualTo(expected.toJson());
    assertThat(List.copyOf(found.wordCounts().keySet()))
        .isEqualTo(List.copyOf(expected.wordCounts().keySet()));
    expected.fitOnTexts(List.of("word the b it's \u00e9 line"));
    found.fitOnTexts(List.of("word the b it's \u00e9 line"));
    List<int[]> sequences = new ArrayList<>();
    String other =
        faultOf(
            () -> {
              try (Stream<int[]> read = found.textsToSequences(file)) {
                read.forEach(sequences::add);
              }
            });
    assertThat(other).isEqualTo(fault);
    if (fault.isEmpty()) {
      try (Stream<int[]> read = expected.textsToSequences(TextFiles.lines(file))) {
        assertThat(sequences.toArray(int[][]::new)).isDeepEqualTo(read.toArray(int[][]::new));
      }
    }
  }

  private static String faultOf(Runnable action) {
    try {
      action.run();
      return "";
    } catch (UnreadableFileException e) {
      return e.getMessage();
    }
  }
}
