package io.tenon.examples.digits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Handwritten digits.
 *
 * @param pixels (samples, 64), from 0 for paper to 1 for ink
 * @param digits (samples), 0 to 9
 */
public record Digits(INDArray pixels, INDArray digits) {
  /** The side of a picture, in pixels. */
  public static final int SIDE = 8;

  private static final String RESOURCE = "/digits/optdigits.csv.gz";
  private static final float DARKEST = 16;
  private static final String SHADES = " .:-=+*#%@";

  /** Digits to train on, and others to test with. */
  public record Split(Digits train, Digits test) {}

  /** Reads all 1,797, shuffles them, and keeps a share for training. */
  public static Split split(double trainingShare, long seed) {
    List<int[]> rows = read();
    Collections.shuffle(rows, new Random(seed));
    int kept = (int) Math.round(rows.size() * trainingShare);
    return new Split(of(rows.subList(0, kept)), of(rows.subList(kept, rows.size())));
  }

  /** The pixels as pictures: (samples, 8, 8, 1). */
  public INDArray pictures() {
    return pixels.reshape(size(), SIDE, SIDE, 1);
  }

  /** How many there are. */
  public long size() {
    return digits.length();
  }

  /** One of them, drawn in characters. */
  public String draw(int sample) {
    StringBuilder drawing = new StringBuilder();
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        float ink = pixels.getFloat(sample, row * SIDE + column);
        char shade = SHADES.charAt(Math.round(ink * (SHADES.length() - 1)));
        drawing.append(shade).append(shade);
      }
      drawing.append(System.lineSeparator());
    }
    return drawing.toString();
  }

  private static List<int[]> read() {
    InputStream resource =
        Objects.requireNonNull(Digits.class.getResourceAsStream(RESOURCE), RESOURCE);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.US_ASCII))) {
      return reader.lines().map(Digits::numbers).collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] numbers(String line) {
    return Arrays.stream(line.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  private static Digits of(List<int[]> rows) {
    int width = SIDE * SIDE;
    float[][] pixels = new float[rows.size()][width];
    int[] digits = new int[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < width; j++) {
        pixels[i][j] = rows.get(i)[j] / DARKEST;
      }
      digits[i] = rows.get(i)[width];
    }
    return new Digits(Nd4j.createFromArray(pixels), Nd4j.createFromArray(digits));
  }
}
