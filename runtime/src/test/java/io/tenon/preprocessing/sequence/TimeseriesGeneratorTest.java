package io.tenon.preprocessing.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.data.DataException;
import io.tenon.preprocessing.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TimeseriesGeneratorTest {
  private static INDArray count(int steps) {
    return Nd4j.createFromArray(IntStream.range(0, steps).toArray()).reshape(steps, 1);
  }

  @Test
  void takesEverySecondStepOfTenOutOfFifty() {
    TimeseriesGenerator generator =
        TimeseriesGenerator.of(
            count(50), count(50), 10, series -> series.samplingRate(2).batchSize(2));
    assertThat(generator.size()).isEqualTo(20);
    Batch first = generator.get(0);
    assertThat(first.x().shape()).containsExactly(2, 5, 1);
    assertThat(first.x().reshape(2, 5).toIntMatrix())
        .isDeepEqualTo(new int[][] {{0, 2, 4, 6, 8}, {1, 3, 5, 7, 9}});
    assertThat(first.y().toIntMatrix()).isDeepEqualTo(new int[][] {{10}, {11}});
  }

  @Test
  void theLastBatchHoldsWhatIsLeft() {
    TimeseriesGenerator generator =
        TimeseriesGenerator.of(count(10), count(10), 3, series -> series.batchSize(4));
    List<Integer> targets = new ArrayList<>();
    for (Batch batch : generator) {
      for (int target : batch.y().reshape(batch.size()).toIntVector()) {
        targets.add(target);
      }
    }
    assertThat(targets).containsExactly(3, 4, 5, 6, 7, 8, 9);
    assertThat(generator.get(1).size()).isEqualTo(3);
  }

  @Property(tries = 200)
  void everyWindowEndsBeforeItsTarget(
      @ForAll @IntRange(min = 2, max = 40) int steps,
      @ForAll @IntRange(min = 1, max = 12) int length,
      @ForAll @IntRange(min = 1, max = 4) int stride,
      @ForAll @IntRange(min = 1, max = 5) int batchSize) {
    if (length >= steps) {
      return;
    }
    Batch all =
        TimeseriesGenerator.of(
                count(steps),
                count(steps),
                length,
                series -> series.stride(stride).batchSize(batchSize))
            .toBatch();
    assertThat(all.size()).isEqualTo((steps - length - 1) / stride + 1);
    for (int i = 0; i < all.size(); i++) {
      int target = all.y().getInt(i, 0);
      assertThat(target).isEqualTo(length + i * stride);
      assertThat(all.x().getInt(i, 0, 0)).isEqualTo(target - length);
      assertThat(all.x().getInt(i, length - 1, 0)).isEqualTo(target - 1);
    }
  }

  @Test
  void drawsOtherWindowsEachEpochAndTheSameOnesForASeed() {
    List<String> first = epochs(3);
    assertThat(epochs(3)).isEqualTo(first);
    assertThat(first.get(0)).isNotEqualTo(first.get(1));
    assertThat(epochs(4)).isNotEqualTo(first);
  }

  private static List<String> epochs(long seed) {
    TimeseriesGenerator generator =
        TimeseriesGenerator.of(
            count(50), count(50), 5, series -> series.shuffle(true).batchSize(8).seed(seed));
    List<String> epochs = new ArrayList<>();
    for (int epoch = 0; epoch < 2; epoch++) {
      StringBuilder targets = new StringBuilder();
      for (Batch batch : generator) {
        assertThat(batch.size()).isEqualTo(8);
        assertThat(batch.x().getInt(0, 4, 0)).isEqualTo(batch.y().getInt(0, 0) - 1);
        targets.append(batch.y());
      }
      epochs.add(targets.toString());
    }
    return epochs;
  }

  @Test
  void keepsItsOwnCopyOfTheData() {
    INDArray data = count(6);
    TimeseriesGenerator generator = TimeseriesGenerator.of(data, data, 2);
    data.assign(0);
    assertThat(generator.get(0).y().reshape(4).toIntVector()).containsExactly(2, 3, 4, 5);
  }

  @Test
  void refusesAWindowLongerThanTheData() {
    assertThatThrownBy(() -> TimeseriesGenerator.of(count(5), count(5), 5))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "a window of 5 steps and its target need 6 steps, but 0 to 4 are 5; give a shorter"
                + " length or more data");
    assertThatThrownBy(
            () -> TimeseriesGenerator.of(count(9), count(9), 2, series -> series.endIndex(9)))
        .hasMessage("endIndex 9 is past the data, whose last step is 8");
    assertThatThrownBy(() -> TimeseriesGenerator.of(count(9), count(8), 2))
        .hasMessage("data has 9 steps, but targets has 8; each step of data needs its target");
    assertThatThrownBy(() -> TimeseriesGenerator.of(count(9), count(9), 0))
        .hasMessage("length must be 1 or more, found 0");
    assertThatThrownBy(() -> TimeseriesGenerator.of(count(9), count(9), 2).get(1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
