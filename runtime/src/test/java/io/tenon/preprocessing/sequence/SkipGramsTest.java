package io.tenon.preprocessing.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.data.DataException;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class SkipGramsTest {
  private static final int[] WORDS = {1, 2, 3, 4, 5, 6, 7, 8, 9};

  @Test
  void addsAsManyRandomPairsAsAskedFor() {
    SkipGrams pairs =
        Sequences.skipgrams(
            WORDS, 10, skip -> skip.windowSize(1).negativeSamples(1.5).shuffle(false));
    int[] labels = new int[40];
    Arrays.fill(labels, 0, 16, 1);
    assertThat(pairs.labels().toIntVector()).isEqualTo(labels);
    for (int[] pair : pairs.couples().toIntMatrix()) {
      assertThat(pair[0]).isBetween(1, 9);
      assertThat(pair[1]).isBetween(1, 9);
    }
  }

  @Test
  void sameSeedGivesSamePairs() {
    int[][] once = Sequences.skipgrams(WORDS, 10, skip -> skip.seed(5)).couples().toIntMatrix();
    assertThat(Sequences.skipgrams(WORDS, 10, skip -> skip.seed(5)).couples().toIntMatrix())
        .isDeepEqualTo(once);
    assertThat(
            Arrays.deepEquals(
                Sequences.skipgrams(WORDS, 10, skip -> skip.seed(6)).couples().toIntMatrix(), once))
        .isFalse();
  }

  @Property(tries = 50)
  void shufflingKeepsEachPairWithItsLabel(@ForAll @IntRange(max = 1000) int seed) {
    SkipGrams pairs =
        Sequences.skipgrams(
            IntStream.range(1, 200).toArray(), 100_000, skip -> skip.windowSize(2).seed(seed));
    int[][] couples = pairs.couples().toIntMatrix();
    int[] labels = pairs.labels().toIntVector();
    int near = 0;
    for (int i = 0; i < labels.length; i++) {
      near += labels[i];
      if (labels[i] == 1) {
        assertThat(Math.abs(couples[i][0] - couples[i][1])).isBetween(1, 2);
      }
    }
    assertThat(near).isEqualTo(labels.length / 2);
  }

  @Test
  void categoricalLabelsAreOneHot() {
    SkipGrams pairs =
        Sequences.skipgrams(new int[] {1, 2}, 3, skip -> skip.categorical(true).shuffle(false));
    assertThat(pairs.labels().toIntMatrix())
        .isDeepEqualTo(new int[][] {{0, 1}, {0, 1}, {1, 0}, {1, 0}});
  }

  @Test
  void samplingTableLeavesWordsOut() {
    SkipGrams pairs =
        Sequences.skipgrams(
            new int[] {1, 2, 3},
            4,
            skip ->
                skip.samplingTable(Nd4j.createFromArray(0.0, 0.0, 1.0, 0.0))
                    .negativeSamples(0)
                    .shuffle(false));
    assertThat(pairs.couples().toIntMatrix()).isDeepEqualTo(new int[][] {{2, 1}, {2, 3}});
  }

  @Test
  void aSequenceWithoutPairsGivesNone() {
    SkipGrams pairs = Sequences.skipgrams(new int[] {0, 3, 0}, 4);
    assertThat(pairs.couples().shape()).containsExactly(0, 2);
    assertThat(pairs.labels().shape()).containsExactly(0);
  }

  @Test
  void refusesWordsThatAreNotOfTheVocabulary() {
    assertThatThrownBy(() -> Sequences.skipgrams(new int[] {1, 10}, 10))
        .isInstanceOf(DataException.class)
        .hasMessage("element 1 of the sequence is word 10, but the vocabulary has words 0 to 9");
    assertThatThrownBy(
            () ->
                Sequences.skipgrams(
                    new int[] {-1}, 10, skip -> skip.samplingTable(Sequences.makeSamplingTable(4))))
        .hasMessage(
            "element 0 of the sequence is word -1, but the sampling table has words 0 to 3");
    assertThatThrownBy(() -> Sequences.skipgrams(WORDS, 10, skip -> skip.windowSize(-1)))
        .hasMessage("windowSize must be 1 or more, found -1");
  }
}
