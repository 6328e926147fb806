package io.tenon.examples.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.examples.digits.Digits;
import io.tenon.keras.KerasFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A typed model that the compiler made of a file takes the file's weights and predicts. */
class SavedDigitsTest {
  @TempDir private Path folder;

  private Path file() throws IOException {
    Path file = folder.resolve("digits.keras");
    try (InputStream in = SavedDigits.class.getResourceAsStream("/digits/digits.keras")) {
      Files.copy(Objects.requireNonNull(in), file);
    }
    return file;
  }

  @Test
  void readsDigitsThatItWasNotTrainedOn() throws IOException {
    Digits test = Digits.split(0.8, 7).test();
    try (SavedDigitsModel model = SavedDigitsModel.load(file())) {
      INDArray guesses = model.predict(test.pixels()).argMax(1);

      int right = 0;
      for (int i = 0; i < test.size(); i++) {
        right += guesses.getInt(i) == test.digits().getInt(i) ? 1 : 0;
      }
      assertThat(right / (double) test.size()).isGreaterThan(0.97);
      assertThat(model.hidden().weight("kernel").shape()).containsExactly(64, 16);
    }
  }

  @Test
  void goesThroughTextAndWeightsAlone() throws IOException {
    Path weights = folder.resolve("digits.weights.h5");
    INDArray pixels = Digits.split(0.8, 7).test().pixels();
    try (SavedDigitsModel model = SavedDigitsModel.load(file());
        SavedDigitsModel other = SavedDigitsModel.fromJson(model.toJson())) {
      model.saveWeights(weights);
      assertThat(other.loadWeights(weights).loaded()).containsExactly("hidden", "digit");
      assertThat(other.predict(pixels)).isEqualTo(model.predict(pixels));

      String wider = model.toJson().replaceFirst("\"units\": ?16", "\"units\": 17");
      assertThatThrownBy(() -> SavedDigitsModel.fromJson(wider))
          .isInstanceOf(KerasFormatException.class)
          .hasMessageContaining("hidden: expected Dense [kernel[64 x 16], bias[16]]");
    }
  }
}
