package io.tenon.plot;

import io.tenon.picture.Layout;
import io.tenon.picture.Layout.Line;
import io.tenon.picture.Layout.Place;
import io.tenon.picture.Layout.Point;
import io.tenon.picture.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Draws a layout as an image, twice as large in each direction, so that it stays sharp. */
final class PngPicture {
  private static final int SCALE = 2;

  /** More than any viewer shows; a larger picture is drawn smaller. */
  private static final double MOST_PIXELS = 64_000_000;

  private PngPicture() {}

  static BufferedImage draw(Layout layout) {
    double pixels = layout.width() * layout.height() * SCALE * SCALE;
    double scale = SCALE * Math.min(1, Math.sqrt(MOST_PIXELS / pixels));
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(layout.width() * scale),
            (int) Math.ceil(layout.height() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.scale(scale, scale);
      graphics.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      layout.lines().forEach(line -> draw(graphics, line));
      graphics.setStroke(new BasicStroke(1f));
      layout.boxes().forEach(box -> draw(graphics, box));
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private static void draw(Graphics2D graphics, Line line) {
    Path2D path = new Path2D.Double();
    Point from = line.points().get(0);
    path.moveTo(from.x(), from.y());
    for (Point to : line.points().subList(1, line.points().size())) {
      double middle = (from.y() + to.y()) / 2;
      path.curveTo(from.x(), middle, to.x(), middle, to.x(), to.y());
      from = to;
    }
    graphics.setColor(Color.decode(Palette.EDGE));
    graphics.draw(path);
    Path2D arrow = new Path2D.Double();
    arrow.moveTo(from.x(), from.y());
    arrow.lineTo(from.x() - 3.5, from.y() - 7);
    arrow.lineTo(from.x() + 3.5, from.y() - 7);
    arrow.closePath();
    graphics.fill(arrow);
  }

  private static void draw(Graphics2D graphics, Place box) {
    var shape = new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 14, 14);
    graphics.setColor(Color.decode(box.palette().fill()));
    graphics.fill(shape);
    graphics.setColor(Color.decode(box.palette().line()));
    graphics.draw(shape);
    double middle = box.x() + box.width() / 2;
    text(graphics, box.title(), Font.BOLD, 13, Palette.TEXT, middle, box.y() + 20);
    for (int i = 0; i < box.text().size(); i++) {
      double y = box.y() + 35 + 14 * i;
      text(graphics, box.text().get(i), Font.PLAIN, 11, Palette.FAINT_TEXT, middle, y);
    }
  }

  private static void text(
      Graphics2D graphics, String text, int style, int size, String color, double x, double y) {
    graphics.setFont(new Font(Font.SANS_SERIF, style, size));
    graphics.setColor(Color.decode(color));
    FontMetrics metrics = graphics.getFontMetrics();
    graphics.drawString(text, (float) (x - metrics.stringWidth(text) / 2.0), (float) y);
  }
}
