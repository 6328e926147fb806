package io.tenon.preprocessing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordCounterTest {
  /** As if texts were so long that counts did not fit beside the keys. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 10, 100, Integer.MAX_VALUE})
  void countsAreTheSameHoweverOftenTheyAreSettled(int mostUnsettled) {
    Random random = new Random(1);
    WordCounter counter = new WordCounter(0, mostUnsettled);
    counter.begin(1);
    List<String> words = new ArrayList<>();
    List<String> wordsOfTexts = new ArrayList<>();
    for (int text = 0; text < 200; text++) {
      HashSet<String> distinct = new HashSet<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        String word = "w" + random.nextInt(1 + random.nextInt(30));
        counter.accept(word);
        words.add(word);
        distinct.add(word);
      }
      counter.endText();
      wordsOfTexts.addAll(distinct);
    }
    assertThat(counter.documents()).isEqualTo(200);
    assertThat(counter.size()).isEqualTo(new HashSet<>(words).size());
    for (int i = 0; i < counter.size(); i++) {
      String word = counter.word(i);
      assertThat(counter.count(i)).isEqualTo(words.stream().filter(word::equals).count());
      assertThat(counter.documents(i))
          .isEqualTo(wordsOfTexts.stream().filter(word::equals).count());
    }
  }
}
