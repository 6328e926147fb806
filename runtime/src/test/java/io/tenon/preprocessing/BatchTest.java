package io.tenon.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.data.Samples;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class BatchTest {
  private static final INDArray X = Nd4j.ones(2, 3);
  private static final INDArray Y = Nd4j.ones(2, 1);

  @Test
  void goesIntoSamplesByName() {
    Samples samples = Batch.of(X, Y).toSamples("pixels", "digit");
    assertThat(samples.inputs()).containsOnlyKeys("pixels");
    assertThat(samples.labels()).containsOnlyKeys("digit");
    assertThat(Batch.of(X).toSamples("pixels", "digit").labels()).isEmpty();
  }

  @Test
  void needsAsManyLabelsAsSamples() {
    assertThatThrownBy(() -> Batch.of(X, Nd4j.ones(3, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x has 2 samples, but y has 3; a batch needs as many of both");
    assertThatThrownBy(() -> Batch.of(X).y()).hasMessage("this batch has no labels");
    assertThat(Batch.of(X, Y)).hasToString("Batch[x [2, 3], y [2, 1]]");
  }

  @Test
  void aWalkToTheEndIsAnEpoch() {
    AtomicInteger epochs = new AtomicInteger();
    BatchSequence sequence =
        new BatchSequence() {
          @Override
          public int size() {
            return 3;
          }

          @Override
          public Batch get(int index) {
            return Batch.of(X.mul(index), Y);
          }

          @Override
          public void onEpochEnd() {
            epochs.incrementAndGet();
          }
        };
    Iterator<Batch> batches = sequence.iterator();
    batches.next();
    assertThat(epochs).hasValue(0);
    batches.next();
    batches.next();
    assertThat(epochs).hasValue(1);
    assertThatThrownBy(batches::next)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("this epoch has no more than 3 batches");
    assertThat(sequence.toBatch().x().shape()).containsExactly(6, 3);
    assertThat(epochs).hasValue(2);
  }
}
