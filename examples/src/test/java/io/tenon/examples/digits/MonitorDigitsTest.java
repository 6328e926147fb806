package io.tenon.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorDigitsTest {
  @TempDir Path folder;

  @Test
  void leavesTheBestModelCurvesAndLogs() throws IOException {
    MonitorDigits.Result result = MonitorDigits.run(folder);

    assertThat(result.accuracy()).isGreaterThan(0.97);
    assertThat(result.savedAccuracy()).isEqualTo(result.accuracy());
    assertThat(result.history().names())
        .containsExactly("loss", "accuracy", "val_loss", "val_accuracy");
    List<String> log = Files.readAllLines(folder.resolve("training.csv"));
    assertThat(log).hasSize(result.history().size() + 1);
    BufferedImage curves = ImageIO.read(folder.resolve("curves.png").toFile());
    assertThat(curves.getWidth()).isPositive();
    assertThat(folder.resolve("curves.svg")).content().contains("<svg");
    assertThat(folder.resolve("logs/train")).isDirectoryContaining("glob:**events.out.tfevents.*");
    assertThat(folder.resolve("logs/validation")).isNotEmptyDirectory();
  }
}
