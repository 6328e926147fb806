package io.tenon.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  @TempDir Path folder;

  private static Map<String, Double> epoch(double loss, double accuracy) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("loss", loss);
    values.put("accuracy", accuracy);
    return values;
  }

  private final History history = new History(List.of(epoch(1.5, 0.25), epoch(0.00012, 0.75)), 0);

  @Test
  void givesValuesByName() {
    assertThat(history.values("accuracy")).containsExactly(0.25, 0.75);
    assertThat(history.last("loss")).isEqualTo(0.00012);
    assertThat(history.names()).containsExactly("loss", "accuracy");
  }

  @Test
  void suggestsTheNearestName() {
    assertThatThrownBy(() -> history.values("acuracy"))
        .hasMessage("the history has no \"acuracy\". Did you mean \"accuracy\"?");
  }

  @Test
  void printsALineForEachEpoch() {
    assertThat(history)
        .hasToString(
            "epoch 1/2  loss 1.5000  accuracy 0.2500\nepoch 2/2  loss 1.200e-04  accuracy 0.7500");
  }

  @Test
  void exportsCsv() {
    assertThat(history.toCsv()).isEqualTo("epoch,loss,accuracy\n1,1.5,0.25\n2,1.2E-4,0.75\n");
    Path file = folder.resolve("made/history.csv");
    history.writeCsv(file);
    assertThat(file).hasContent(history.toCsv());
  }

  @Test
  void leavesEmptyWhatAnEpochDoesNotHave() {
    History some = new History(List.of(Map.of("loss", 1.0), epoch(0.5, Double.NaN)), 0);
    assertThat(some.toCsv()).isEqualTo("epoch,loss,accuracy\n1,1.0,\n2,0.5,\n");
    assertThat(some.values("accuracy")).containsExactly(Double.NaN, Double.NaN);
  }

  @Test
  void goesOnWithTheNumbersOfAnEarlierTraining() {
    Map<String, Double> validated = epoch(0.5, 0.75);
    validated.put("val_loss", 0.6);
    History later = new History(List.of(validated, epoch(0.4, 0.8)), 3);
    assertThat(later.firstEpoch()).isEqualTo(4);
    assertThat(later.toCsv())
        .isEqualTo("epoch,loss,accuracy,val_loss\n4,0.5,0.75,0.6\n5,0.4,0.8,\n");
    assertThat(later.toString()).startsWith("epoch 4/5  loss 0.5000");
    assertThat(later.last("val_loss")).isEqualTo(0.6);
  }

  private static History curves(int epochs) {
    List<Map<String, Double>> values = new ArrayList<>();
    for (int i = 1; i <= epochs; i++) {
      Map<String, Double> epoch = epoch(2.0 / i, 1 - 1.0 / (i + 1));
      epoch.put("val_loss", 2.2 / i + i * 0.01);
      epoch.put("val_accuracy", 0.95 - 1.0 / (i + 1));
      values.add(epoch);
    }
    return new History(values, 0);
  }

  @Test
  void drawsItsCurves() throws IOException {
    Path file = folder.resolve("curves.png");
    curves(40).plot(file);
    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getHeight()).isEqualTo(2 * 360); // one chart below the other
    Set<Integer> colors = new HashSet<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        colors.add(picture.getRGB(x, y) & 0xFFFFFF);
      }
    }
    assertThat(colors).contains(0x1F77B4, 0xFF7F0E);
    assertThat(folder.toFile().list()).containsExactly("curves.png");
  }

  @Test
  void drawsThemAsVectorsToo() throws IOException {
    Path file = folder.resolve("curves.svg");
    curves(3).plot(file);
    assertThat(Files.readString(file))
        .contains("<svg", "rgb(31,119,180)", "rgb(255,127,14)", "translate(0 360)");
  }

  @Test
  void drawsAnEpochThatDiverged() {
    new History(List.of(epoch(1, 0.5), epoch(Double.NaN, Double.POSITIVE_INFINITY)), 0)
        .plot(folder.resolve("diverged.png"));
    new History(List.of(epoch(Double.NaN, 0.5)), 0).plot(folder.resolve("nothing.png"));
    assertThat(folder.resolve("nothing.png")).exists();
  }

  @Test
  void refusesToDrawOtherKindsOfFiles() {
    assertThatThrownBy(() -> history.plot(Path.of("curves.gif")))
        .hasMessage("curves.gif: curves are drawn as .png or .svg, by the end of the file's name");
    assertThatThrownBy(() -> new History(List.of(), 0).plot(folder.resolve("none.png")))
        .hasMessage("the history has no epoch to draw");
  }
}
