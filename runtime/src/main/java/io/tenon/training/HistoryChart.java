package io.tenon.training;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import io.tenon.file.AtomicFile;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The curves of a history as a picture: a chart for each value, training's beside validation's. */
final class HistoryChart {
  private static final String VALIDATION = "val_";
  private static final int WIDTH = 720;
  private static final int HEIGHT = 360;
  private static final int FEW_EPOCHS = 20;
  private static final Color TRAINING_COLOR = new Color(0x1F77B4);
  private static final Color VALIDATION_COLOR = new Color(0xFF7F0E);

  private final History history;

  HistoryChart(History history) {
    this.history = history;
  }

  /** Writes the picture; the end of the file's name tells its kind. */
  void write(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".png") && !name.endsWith(".svg")) {
      throw new IllegalArgumentException(
          "%s: curves are drawn as .png or .svg, by the end of the file's name".formatted(file));
    }
    List<XYChart> charts = charts();
    AtomicFile.write(
        file,
        out -> {
          if (name.endsWith(".png")) {
            BitmapEncoder.saveBitmap(charts, charts.size(), 1, out, BitmapEncoder.BitmapFormat.PNG);
          } else {
            writeSvg(charts, out);
          }
        });
  }

  /** XChart's encoder of vectors takes a single chart; this one stacks them, as that of bitmaps. */
  private static void writeSvg(List<XYChart> charts, OutputStream out) throws IOException {
    VectorGraphics2D graphics = new VectorGraphics2D();
    for (int i = 0; i < charts.size(); i++) {
      graphics.setTransform(AffineTransform.getTranslateInstance(0, (double) i * HEIGHT));
      charts.get(i).paint(graphics, WIDTH, HEIGHT);
    }
    PageSize page = new PageSize(0, 0, WIDTH, (double) charts.size() * HEIGHT);
    Processors.get("svg").getDocument(graphics.getCommands(), page).writeTo(out);
  }

  private List<XYChart> charts() {
    List<XYChart> charts = new ArrayList<>();
    for (String name : history.names()) {
      if (!name.startsWith(VALIDATION)) {
        charts.add(chart(name));
      } else if (!history.names().contains(name.substring(VALIDATION.length()))) {
        charts.add(chart(name.substring(VALIDATION.length())));
      }
    }
    if (charts.isEmpty()) {
      throw new IllegalStateException("the history has no epoch to draw");
    }
    return charts;
  }

  private XYChart chart(String name) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(name.replace('_', ' '))
            .xAxisTitle("epoch")
            .build();
    chart
        .getStyler()
        .setChartBackgroundColor(Color.WHITE)
        .setPlotBorderVisible(false)
        .setLegendBorderColor(Color.WHITE)
        .setLegendPosition(Styler.LegendPosition.OutsideE);
    chart.getStyler().setXAxisDecimalPattern("0");
    if (history.size() <= FEW_EPOCHS) {
      chart.getStyler().setXAxisMaxLabelCount(history.size() + 1);
    }
    boolean validated = history.names().contains(VALIDATION + name);
    add(chart, name, validated ? "training" : " ", TRAINING_COLOR);
    add(chart, VALIDATION + name, "validation", VALIDATION_COLOR);
    chart.getStyler().setLegendVisible(validated);
    return chart;
  }

  private void add(XYChart chart, String name, String label, Color color) {
    if (!history.names().contains(name)) {
      return;
    }
    List<Double> values = history.values(name);
    int[] finite =
        IntStream.range(0, values.size()).filter(i -> Double.isFinite(values.get(i))).toArray();
    if (finite.length == 0) {
      return;
    }
    double[] x = IntStream.of(finite).mapToDouble(i -> history.firstEpoch() + i).toArray();
    double[] y = IntStream.of(finite).mapToDouble(values::get).toArray();
    chart
        .addSeries(label, x, y)
        .setMarker(history.size() <= FEW_EPOCHS ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE)
        .setMarkerColor(color)
        .setLineColor(color);
  }
}
