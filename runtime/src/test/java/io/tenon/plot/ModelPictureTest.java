package io.tenon.plot;

import static io.tenon.dsl.Layers.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.graph.Graph;
import io.tenon.network.Network;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in files, in the format of the file's name. */
final class ModelPictureTest {
  @TempDir Path folder;

  private static Network network() {
    Graph graph =
        Graph.builder("Mlp")
            .input("pixels", "784")
            .layer("digit", dense(10), "pixels")
            .output("digit")
            .build();
    return Network.builder(graph).build();
  }

  @Test
  void theNameAsksForTheFormat() throws IOException {
    try (Network network = network()) {
      for (String name : new String[] {"a.svg", "a.dot", "a.mmd"}) {
        network.plotModel(folder.resolve(name));
      }
      assertThat(folder.resolve("a.svg")).content().startsWith("<svg ");
      assertThat(folder.resolve("a.dot")).content().startsWith("digraph \"Mlp\"");
      assertThat(folder.resolve("a.mmd")).content().isEqualTo(network.toMermaid());
      assertThat(network.toMermaid()).startsWith("flowchart TD");
      assertThat(folder.resolve("a.dot")).content().isEqualTo(network.toDot());
      assertThatThrownBy(() -> network.plotModel(folder.resolve("a.jpg")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith("a.jpg: pictures are written as .svg, .png, .dot or .mmd");
    }
  }

  @Test
  void aPngShowsBoxesAndText() throws IOException {
    Path file = folder.resolve("model.png");
    try (Network network = network()) {
      network.plotModel(file);
    }
    BufferedImage image = ImageIO.read(Files.newInputStream(file));

    assertThat(image.getHeight()).isGreaterThan(250);
    boolean dark = false;
    boolean fill = false;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        int color = image.getRGB(x, y) & 0xffffff;
        dark |= (color & 0xff) < 80;
        fill |= color == (Color.decode("#e1ecf9").getRGB() & 0xffffff);
      }
    }
    assertThat(dark).as("text").isTrue();
    assertThat(fill).as("the output's box").isTrue();
  }
}
