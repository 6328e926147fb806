package io.tenon.examples.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.preprocessing.image.Images;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

class AugmentDigitsTest {
  @TempDir Path folder;

  @Test
  void drawsASheetOfDifferentDigits() {
    Path file = folder.resolve("sheet.png");
    AugmentDigits.write(file);
    INDArray sheet = Images.load(file);
    assertThat(sheet.shape()).containsExactly(8 * 68 + 4, 10 * 68 + 4, 3);
    INDArray first = tile(sheet, 0);
    for (int column = 1; column < 10; column++) {
      assertThat(tile(sheet, column)).isNotEqualTo(first);
    }
  }

  private static INDArray tile(INDArray sheet, int column) {
    int from = 4 + column * 68;
    return sheet
        .get(
            NDArrayIndex.interval(4, 68),
            NDArrayIndex.interval(from, from + 64),
            NDArrayIndex.all())
        .dup();
  }
}
