package io.tenon.examples.images;

import io.tenon.examples.digits.Digits;
import io.tenon.preprocessing.image.ColorMode;
import io.tenon.preprocessing.image.FillMode;
import io.tenon.preprocessing.image.ImageDataGenerator;
import io.tenon.preprocessing.image.Images;
import io.tenon.preprocessing.image.Interpolation;
import java.nio.file.Path;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Draws a sheet of digits: in each row one from the data, and beside it what {@link
 * ImageDataGenerator} makes of it.
 */
public final class AugmentDigits {
  private static final int ROWS = 8;
  private static final int COLUMNS = 10;
  private static final int SIDE = 64;
  private static final int GAP = 4;
  private static final float WHITE = 255;

  private AugmentDigits() {}

  /** Writes the sheet to the file named by the first argument. */
  public static void main(String[] args) {
    Path file = Path.of(args.length > 0 ? args[0] : "augmented-digits.png");
    write(file);
    System.out.println("written: " + file.toAbsolutePath());
  }

  static void write(Path file) {
    INDArray digits = Digits.split(0.5, 7).train().pictures();
    ImageDataGenerator generator =
        ImageDataGenerator.of(
            image ->
                image
                    .rotationRange(20)
                    .widthShiftRange(0.1)
                    .heightShiftRange(0.1)
                    .shearRange(15)
                    .zoomRange(0.15)
                    .fillMode(FillMode.CONSTANT));
    int step = SIDE + GAP;
    INDArray sheet =
        Nd4j.valueArrayOf(
            new long[] {ROWS * step + GAP, COLUMNS * step + GAP, 1}, WHITE / 2, DataType.FLOAT);
    for (int row = 0; row < ROWS; row++) {
      INDArray digit = enlarged(digits.slice(row));
      for (int column = 0; column < COLUMNS; column++) {
        long seed = (long) row * COLUMNS + column;
        INDArray shown = column == 0 ? digit : generator.randomTransform(digit, seed);
        sheet.get(interval(row), interval(column), NDArrayIndex.all()).assign(shown.rsub(WHITE));
      }
    }
    Images.save(file, sheet, false);
  }

  /** From 8 x 8 and 0 to 1 to 64 x 64 and 0 to 255. */
  private static INDArray enlarged(INDArray digit) {
    return Images.toArray(
        Images.toImage(digit.mul(WHITE), false),
        load ->
            load.colorMode(ColorMode.GRAYSCALE)
                .targetSize(SIDE, SIDE)
                .interpolation(Interpolation.BICUBIC));
  }

  private static INDArrayIndex interval(int number) {
    int from = GAP + number * (SIDE + GAP);
    return NDArrayIndex.interval(from, from + SIDE);
  }
}
