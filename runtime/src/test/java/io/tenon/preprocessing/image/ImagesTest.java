package io.tenon.preprocessing.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.data.DataException;
import io.tenon.preprocessing.UnreadableFileException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ImagesTest {
  @TempDir Path folder;

  private static INDArray noise(int height, int width, int channels) {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[height * width * channels];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(256);
    }
    return Nd4j.createFromArray(values).reshape('c', height, width, channels);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void readsWhatItWrote(int channels) {
    Path file = folder.resolve("deep/image.png");
    INDArray image = noise(5, 7, channels);
    Images.save(file, image, false);
    ColorMode mode =
        Arrays.stream(ColorMode.values())
            .filter(one -> one.channels() == channels)
            .findFirst()
            .orElseThrow();
    assertThat(Images.load(file, load -> load.colorMode(mode))).isEqualTo(image);
  }

  @Test
  void greyIsTakenAsItIsStored() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, 2, 1, new int[] {100, 200});
    Path file = folder.resolve("grey.png");
    ImageIO.write(image, "png", file.toFile());
    assertThat(Images.load(file).dup('c').data().asFloat())
        .containsExactly(100, 100, 100, 200, 200, 200);
    assertThat(Images.load(file, load -> load.colorMode(ColorMode.GRAYSCALE)).data().asFloat())
        .containsExactly(100, 200);
    BufferedImage deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setPixels(0, 0, 2, 1, new int[] {100 << 8, 200 << 8});
    Path deepFile = folder.resolve("deep.png");
    ImageIO.write(deep, "png", deepFile.toFile());
    assertThat(Images.load(deepFile, load -> load.colorMode(ColorMode.GRAYSCALE)).data().asFloat())
        .containsExactly(100, 200);
  }

  @Test
  void coloursBecomeGreyByTheirLightness() {
    INDArray colours =
        Nd4j.createFromArray(255f, 0f, 0f, 0f, 255f, 0f, 0f, 0f, 255f, 10f, 20f, 30f)
            .reshape('c', 1, 4, 3);
    Path file = folder.resolve("colours.png");
    Images.save(file, colours, false);
    assertThat(Images.load(file, load -> load.colorMode(ColorMode.GRAYSCALE)).data().asFloat())
        .containsExactly(76, 150, 29, 18);
  }

  @Test
  void transparencyIsIgnoredWithoutItsChannel() {
    INDArray clear = Nd4j.createFromArray(10f, 20f, 30f, 0f).reshape('c', 1, 1, 4);
    Path file = folder.resolve("clear.png");
    Images.save(file, clear, false);
    assertThat(Images.load(file).data().asFloat()).containsExactly(10, 20, 30);
  }

  @Test
  void nearestTakesThePixelUnderEachMiddle() {
    INDArray image = noise(9, 7, 3);
    Path file = folder.resolve("image.png");
    Images.save(file, image, false);
    for (int[] size : new int[][] {{4, 3}, {5, 20}, {31, 2}, {9, 14}}) {
      INDArray found = Images.load(file, load -> load.targetSize(size[0], size[1]));
      for (int row = 0; row < size[0]; row++) {
        for (int column = 0; column < size[1]; column++) {
          int fromRow = (int) ((row + 0.5) * 9 / size[0]);
          int fromColumn = (int) ((column + 0.5) * 7 / size[1]);
          assertThat(found.getFloat(row, column, 0))
              .as("%d, %d of %s", row, column, Arrays.toString(size))
              .isEqualTo(image.getFloat(fromRow, fromColumn, 0));
        }
      }
    }
  }

  @Test
  void bilinearHalvingIsTheMeanOfFourPixels() {
    INDArray image = Nd4j.createFromArray(0f, 100f, 40f, 60f).reshape('c', 2, 2, 1);
    Path file = folder.resolve("image.png");
    Images.save(file, image, false);
    INDArray found =
        Images.load(
            file,
            load ->
                load.colorMode(ColorMode.GRAYSCALE)
                    .targetSize(1, 1)
                    .interpolation(Interpolation.BILINEAR));
    assertThat(found.getFloat(0, 0, 0)).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "bmp", "gif"})
  void namesAnImageThatIsCutOff(String format) throws IOException {
    Path whole = folder.resolve("whole." + format);
    Images.save(whole, noise(40, 40, 3), false);
    assertThat(Images.load(whole).shape()).containsExactly(40, 40, 3);
    byte[] bytes = Files.readAllBytes(whole);
    for (int kept : new int[] {bytes.length / 2, bytes.length / 10, 3, 0}) {
      Path cut = Files.write(folder.resolve("cut." + format), Arrays.copyOf(bytes, kept));
      assertThatThrownBy(() -> Images.load(cut))
          .as("%d of %d bytes", kept, bytes.length)
          .isInstanceOf(UnreadableFileException.class)
          .hasMessageStartingWith(cut + ": ");
    }
  }

  @Test
  void namesWhatIsNoImage() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "no image");
    assertThatThrownBy(() -> Images.load(text))
        .hasMessageStartingWith(text + ": no image of a known format; these are ");
    Path none = folder.resolve("none.png");
    assertThatThrownBy(() -> Images.load(none)).hasMessage(none + ": there is no such file");
  }

  @Test
  void scalesToBlackAndWhiteAsKerasDoes() {
    Path file = folder.resolve("image.png");
    Images.save(file, Nd4j.createFromArray(-1f, 0f, 1f).reshape('c', 1, 3, 1));
    assertThat(Images.load(file, load -> load.colorMode(ColorMode.GRAYSCALE)).data().asFloat())
        .containsExactly(0, 127, 255);
  }

  @Test
  void refusesWhatCannotBeSaved() {
    assertThatThrownBy(() -> Images.save(folder.resolve("a.png"), Nd4j.ones(2, 2)))
        .isInstanceOf(DataException.class)
        .hasMessage("expected an image (height, width, channels), found shape [2, 2]");
    assertThatThrownBy(() -> Images.save(folder.resolve("a.png"), Nd4j.ones(2, 2, 2)))
        .hasMessage("an image has 1, 3 or 4 channels, last of its axes; found 2");
    Path unknown = folder.resolve("a.xyz");
    assertThatThrownBy(() -> Images.save(unknown, Nd4j.ones(2, 2, 3)))
        .hasMessageStartingWith(unknown + ": no known image format; these are ");
    Path jpeg = folder.resolve("a.jpg");
    assertThatThrownBy(() -> Images.save(jpeg, Nd4j.ones(2, 2, 4)))
        .hasMessage(jpeg + ": the format cannot hold 4 channels");
  }
}
