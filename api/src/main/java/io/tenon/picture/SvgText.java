package io.tenon.picture;

import io.tenon.picture.Layout.Line;
import io.tenon.picture.Layout.Place;
import io.tenon.picture.Layout.Point;
import java.util.List;

/** A graph drawn as SVG. */
final class SvgText {
  private SvgText() {}

  static String of(Layout layout, String name) {
    String width = number(layout.width());
    String height = number(layout.height());
    StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    attribute(svg, "width", width);
    attribute(svg, "height", height);
    attribute(svg, "viewBox", "0 0 " + width + " " + height);
    attribute(svg, "font-family", "Helvetica, Arial, sans-serif");
    attribute(svg, "text-anchor", "middle");
    svg.append(">\n  <title>").append(escape(name)).append("</title>\n");
    svg.append("  <defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\"");
    svg.append(" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"");
    attribute(svg, "fill", Palette.EDGE);
    svg.append("/></marker></defs>\n");
    svg.append("  <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
    for (Line line : layout.lines()) {
      line(svg, line);
    }
    for (Place box : layout.boxes()) {
      box(svg, box);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void line(StringBuilder svg, Line line) {
    svg.append("  <path");
    attribute(svg, "d", path(line.points()));
    attribute(svg, "fill", "none");
    attribute(svg, "stroke", Palette.EDGE);
    svg.append(" stroke-width=\"1.4\" marker-end=\"url(#arrow)\"/>\n");
  }

  private static String path(List<Point> points) {
    StringBuilder path = new StringBuilder("M").append(pair(points.get(0).x(), points.get(0).y()));
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      if (from.x() == to.x()) {
        path.append('L');
      } else {
        double middle = (from.y() + to.y()) / 2;
        path.append('C').append(pair(from.x(), middle)).append(' ');
        path.append(pair(to.x(), middle)).append(' ');
      }
      path.append(pair(to.x(), to.y()));
    }
    return path.toString();
  }

  private static void box(StringBuilder svg, Place box) {
    svg.append("  <rect");
    attribute(svg, "x", number(box.x()));
    attribute(svg, "y", number(box.y()));
    attribute(svg, "width", number(box.width()));
    attribute(svg, "height", number(box.height()));
    attribute(svg, "rx", "7");
    attribute(svg, "fill", box.palette().fill());
    attribute(svg, "stroke", box.palette().line());
    svg.append("/>\n");
    double middle = box.x() + box.width() / 2;
    String bold = "font-size=\"13\" font-weight=\"bold\"";
    text(svg, middle, box.y() + 20, bold, Palette.TEXT, box.title());
    for (int i = 0; i < box.text().size(); i++) {
      double y = box.y() + 35 + 14 * i;
      text(svg, middle, y, "font-size=\"11\"", Palette.FAINT_TEXT, box.text().get(i));
    }
  }

  private static void text(
      StringBuilder svg, double x, double y, String font, String colour, String text) {
    svg.append("  <text");
    attribute(svg, "x", number(x));
    attribute(svg, "y", number(y));
    svg.append(' ').append(font);
    attribute(svg, "fill", colour);
    svg.append('>').append(escape(text)).append("</text>\n");
  }

  private static void attribute(StringBuilder svg, String name, String value) {
    svg.append(' ').append(name).append("=\"").append(value).append('"');
  }

  private static String pair(double x, double y) {
    return number(x) + " " + number(y);
  }

  /** With one decimal, half up, as far as it has one; a formatter costs more than all the rest. */
  private static String number(double value) {
    long tenths = Math.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
