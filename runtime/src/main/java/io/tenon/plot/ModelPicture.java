package io.tenon.plot;

import io.tenon.file.AtomicFile;
import io.tenon.graph.Graph;
import io.tenon.picture.GraphPicture;
import io.tenon.picture.Layout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Writes pictures of models as {@code keras.utils.plot_model} does, without Graphviz: {@code .svg},
 * {@code .png}, or as text {@code .dot} for Graphviz and {@code .mmd} for Mermaid.
 */
public final class ModelPicture {
  private ModelPicture() {}

  /**
   * Writes a picture in the format that the file's name asks for, whole or not at all.
   *
   * @throws IllegalArgumentException if the name ends in none of them
   * @throws IOException if it cannot be written; a file that was there stays
   */
  public static void write(Graph graph, Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    switch (ending) {
      case "svg" -> write(file, GraphPicture.toSvg(graph));
      case "dot", "gv" -> write(file, GraphPicture.toDot(graph));
      case "mmd", "mermaid" -> write(file, GraphPicture.toMermaid(graph));
      case "png" ->
          AtomicFile.write(
              file, out -> ImageIO.write(PngPicture.draw(Layout.of(graph)), "png", out));
      default ->
          throw new IllegalArgumentException(
              "%s: pictures are written as .svg, .png, .dot or .mmd".formatted(file));
    }
  }

  private static void write(Path file, String text) throws IOException {
    AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
