package io.tenon.examples.gallery;

import static io.tenon.training.Verbosity.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Models of the gallery that are made of more than a chain of usual layers, trained a little. */
final class GalleryTrainingTest {
  private static final int SAMPLES = 16;

  private static INDArray tokens(int words, int length) {
    int[][] rows = new int[SAMPLES][length];
    Random random = new Random(1);
    for (int[] row : rows) {
      for (int i = 0; i < length; i++) {
        row[i] = random.nextInt(words);
      }
    }
    return Nd4j.createFromArray(rows);
  }

  private static INDArray places(int length) {
    int[][] rows = new int[SAMPLES][length];
    for (int[] row : rows) {
      for (int i = 0; i < length; i++) {
        row[i] = i;
      }
    }
    return Nd4j.createFromArray(rows);
  }

  private static INDArray pictures(int seed) {
    return Nd4j.rand(Nd4j.getRandomFactory().getNewRandomInstance(seed), SAMPLES, 28, 28, 1)
        .castTo(DataType.FLOAT);
  }

  private static INDArray alternating(DataType type, long... shape) {
    return Nd4j.arange(SAMPLES).fmod(2).castTo(type).reshape(shape);
  }

  @Test
  void siameseDigitsShareAModelAndAFunction() {
    try (SiameseDigitsModel model = SiameseDigitsModel.builder().seed(3).build()) {
      var samples =
          SiameseDigitsModel.samples()
              .left(pictures(1))
              .right(pictures(2))
              .different(alternating(DataType.FLOAT, SAMPLES, 1));
      double before = model.evaluate(samples).loss();
      model.fit(samples, fit -> fit.epochs(20).batchSize(SAMPLES).verbose(SILENT));

      assertThat(model.evaluate(samples).loss()).isLessThan(before);
    }
  }

  @Test
  void textTransformerLearnsByHeart() {
    try (TextTransformerModel model = TextTransformerModel.builder().seed(3).build()) {
      var samples =
          TextTransformerModel.samples()
              .words(tokens(20_000, 200))
              .places(places(200))
              .opinion(alternating(DataType.INT32, SAMPLES));
      double before = model.evaluate(samples).loss();
      model.fit(samples, fit -> fit.epochs(10).batchSize(SAMPLES).verbose(SILENT));

      assertThat(model.evaluate(samples).loss()).isLessThan(before);
    }
  }

  @Test
  void textConvolutionsReadAnyLength() {
    try (TextConvolutionsModel model = TextConvolutionsModel.builder().build()) {
      assertThat(model.predict(tokens(20_000, 40)).shape()).containsExactly(SAMPLES, 1);
      assertThat(model.predict(tokens(20_000, 60)).shape()).containsExactly(SAMPLES, 1);
    }
  }
}
