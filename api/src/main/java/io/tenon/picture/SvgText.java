package io.tenon.picture;

import io.tenon.picture.Layout.Line;
import io.tenon.picture.Layout.Place;
import io.tenon.picture.Layout.Point;
import java.util.List;
import java.util.Locale;

/** A graph drawn as SVG. */
final class SvgText {
  private SvgText() {}

  static String of(Layout layout, String name) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\""
                + " viewBox=\"0 0 %s %s\" font-family=\"Helvetica, Arial, sans-serif\""
                + " text-anchor=\"middle\">\n",
            number(layout.width()),
            number(layout.height()),
            number(layout.width()),
            number(layout.height())));
    svg.append(format("  <title>%s</title>\n", escape(name)));
    svg.append(
        format(
            "  <defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\""
                + " markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">"
                + "<path d=\"M0 0L8 4L0 8z\" fill=\"%s\"/></marker></defs>\n",
            Palette.EDGE));
    svg.append("  <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
    layout.lines().forEach(line -> svg.append(line(line)));
    layout.boxes().forEach(box -> svg.append(box(box)));
    return svg.append("</svg>\n").toString();
  }

  private static String line(Line line) {
    List<Point> points = line.points();
    StringBuilder path = new StringBuilder();
    path.append(format("M%s %s", number(points.get(0).x()), number(points.get(0).y())));
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      if (from.x() == to.x()) {
        path.append(format("L%s %s", number(to.x()), number(to.y())));
      } else {
        double middle = (from.y() + to.y()) / 2;
        path.append(
            format(
                "C%s %s %s %s %s %s",
                number(from.x()),
                number(middle),
                number(to.x()),
                number(middle),
                number(to.x()),
                number(to.y())));
      }
    }
    return format(
        "  <path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.4\""
            + " marker-end=\"url(#arrow)\"/>\n",
        path, Palette.EDGE);
  }

  private static String box(Place box) {
    double middle = box.x() + box.width() / 2;
    StringBuilder text = new StringBuilder();
    text.append(
        format(
            "  <rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"7\" fill=\"%s\""
                + " stroke=\"%s\"/>\n",
            number(box.x()),
            number(box.y()),
            number(box.width()),
            number(box.height()),
            box.palette().fill(),
            box.palette().line()));
    text.append(
        format(
            "  <text x=\"%s\" y=\"%s\" font-size=\"13\" font-weight=\"bold\""
                + " fill=\"%s\">%s</text>\n",
            number(middle), number(box.y() + 20), Palette.TEXT, escape(box.title())));
    for (int i = 0; i < box.text().size(); i++) {
      text.append(
          format(
              "  <text x=\"%s\" y=\"%s\" font-size=\"11\" fill=\"%s\">%s</text>\n",
              number(middle),
              number(box.y() + 35 + 14 * i),
              Palette.FAINT_TEXT,
              escape(box.text().get(i))));
    }
    return text.toString();
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String number(double value) {
    String text = format("%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
