package io.tenon.preprocessing.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void cutsAtASeparatorOfSeveralCharacters() {
    assertThat(
            Texts.textToWordSequence(
                "one, two--three<br>four", words -> words.split("<br>").filters(",")))
        .containsExactly("one", " two--three", "four");
  }

  @Test
  void filtersCharactersOutsideTheBasicPlane() {
    assertThat(Texts.textToWordSequence("a😀b😁c", words -> words.filters("😀")))
        .containsExactly("a", "b😁c");
  }

  @Test
  void lowersAsTheWholeTextAsks() {
    assertThat(Texts.textToWordSequence("ΟΔΟΣ İI")).containsExactly("οδος", "i̇i");
  }

  @Test
  void lowersEachCharacterAsAStringDoes() {
    for (int c = 1; c <= Character.MAX_VALUE; c++) {
      String text = "A" + (char) c + "B";
      assertThat(Texts.textToWordSequence(text, words -> words.filters("")))
          .containsExactly(text.toLowerCase(Locale.ROOT).split(" "));
    }
  }

  @Test
  void segmenterCutsEachPieceBetweenFilteredCharacters() {
    List<String> pieces = new ArrayList<>();
    List<String> words =
        Texts.textToWordSequence(
            "AB.cd e",
            options ->
                options.segmenter(
                    piece -> {
                      pieces.add(piece);
                      return List.of(piece.split(""));
                    }));
    assertThat(pieces).containsExactly("ab", "cd", "e");
    assertThat(words).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void refusesAnEmptySeparatorAndTooFewNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Texts.textToWordSequence("a b", words -> words.split("")))
        .withMessage(
            "split is empty; give what stands between words, such as \" \", or use charLevel");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Texts.hashingTrick("a b", 1))
        .withMessage("n must be 2 or more, found 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Texts.oneHot("a b", -1))
        .withMessage("n must be 2 or more, found -1");
  }

  @Test
  void javasHashIsTheLanguagesOwn() {
    int expected = 1 + Math.floorMod("fox".hashCode(), 99);
    assertThat(Texts.oneHot("The FOX", 100)[1]).isEqualTo(expected);
    assertThat(Texts.hashingTrick("The FOX", 100)[1]).isEqualTo(expected);
  }

  @Property
  void md5IsTheRemainderOfTheWholeNumber(
      @ForAll String word, @ForAll @IntRange(min = 1) int divisor) throws NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("MD5").digest(word.getBytes(StandardCharsets.UTF_8));
    assertThat(WordHash.MD5.modulo(word, divisor))
        .isEqualTo(new BigInteger(1, digest).mod(BigInteger.valueOf(divisor)).intValue());
  }

  @Property
  void wordsAreWhatReplacingAndCuttingGives(
      @ForAll @CharRange(from = ' ', to = 'é') String text, @ForAll boolean lower) {
    String replaced = lower ? text.toLowerCase(Locale.ROOT) : text;
    for (char filtered : Filters.DEFAULT.toCharArray()) {
      replaced = replaced.replace(filtered, ' ');
    }
    List<String> expected = new ArrayList<>(List.of(replaced.split(" ")));
    expected.removeIf(String::isEmpty);
    assertThat(Texts.textToWordSequence(text, words -> words.lower(lower))).isEqualTo(expected);
    assertThat(
            Texts.textToWordSequence(
                text.replace(" ", "<>"),
                words -> words.lower(lower).split("<>").filters(filtersWithout("<>"))))
        .isEqualTo(cut(text, lower));
  }

  private static String filtersWithout(String characters) {
    return Filters.DEFAULT.replaceAll("[" + characters + "]", "");
  }

  /** The same text, with "<>" for spaces, cut by the plain rule. */
  private static List<String> cut(String text, boolean lower) {
    String replaced = text.replace(" ", "<>");
    replaced = lower ? replaced.toLowerCase(Locale.ROOT) : replaced;
    for (char filtered : filtersWithout("<>").toCharArray()) {
      replaced = replaced.replace(String.valueOf(filtered), "<>");
    }
    List<String> words = new ArrayList<>(List.of(replaced.split("<>")));
    words.removeIf(String::isEmpty);
    return words;
  }
}
