package io.tenon.picture;

import io.tenon.graph.Graph;
import java.util.ArrayList;
import java.util.List;

/**
 * A graph laid out: boxes with their places, and lines between them, in points from the upper left.
 *
 * @param width the width of the whole
 * @param height the height of the whole
 * @param boxes the boxes
 * @param lines the lines, each from the lower edge of a box to the upper edge of another
 */
public record Layout(double width, double height, List<Place> boxes, List<Line> lines) {
  /** The margin around the whole. */
  static final double MARGIN = 16;

  /** Copies the lists. */
  public Layout {
    boxes = List.copyOf(boxes);
    lines = List.copyOf(lines);
  }

  /**
   * A box.
   *
   * @param x its left edge
   * @param y its upper edge
   * @param width its width
   * @param height its height
   * @param title what it says first
   * @param text what it says below
   * @param palette its colors
   */
  public record Place(
      double x,
      double y,
      double width,
      double height,
      String title,
      List<String> text,
      Palette palette) {
    /** Copies the list. */
    public Place {
      text = List.copyOf(text);
    }
  }

  /**
   * A point.
   *
   * @param x from the left
   * @param y from above
   */
  public record Point(double x, double y) {}

  /** A line through points, which ends in an arrow. */
  public record Line(List<Point> points) {
    /** Copies the list. */
    public Line {
      points = List.copyOf(points);
    }
  }

  /** Lays a graph out in layers, from its inputs down to its outputs. */
  public static Layout of(Graph graph) {
    Layers layers = new Layers(Box.of(graph));
    new Crossings(layers).reduce();
    new Columns(layers).place();
    List<Place> places = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    double height = 0;
    for (Layers.Cell cell : layers.cells()) {
      Box box = cell.box();
      if (box != null) {
        places.add(
            new Place(
                cell.x() - cell.width() / 2,
                cell.y(),
                cell.width(),
                Layers.BOX_HEIGHT,
                box.name(),
                List.of(box.layer(), box.shape()),
                Palette.of(box.kind())));
        height = Math.max(height, cell.y() + Layers.BOX_HEIGHT);
        for (Layers.Cell input : cell.inputs()) {
          lines.add(line(input, cell));
        }
      }
    }
    double width = 0;
    for (Place place : places) {
      width = Math.max(width, place.x() + place.width());
    }
    for (Line line : lines) {
      for (Point point : line.points()) {
        width = Math.max(width, point.x());
      }
    }
    return new Layout(width + MARGIN, height + MARGIN, places, lines);
  }

  /** From the giver, through the places kept free for it, to the reader. */
  private static Line line(Layers.Cell input, Layers.Cell reader) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(reader.x() + reader.offset(input), reader.y()));
    Layers.Cell cell = input;
    while (cell.box() == null) {
      points.add(new Point(cell.x(), cell.y() + Layers.BOX_HEIGHT));
      points.add(new Point(cell.x(), cell.y()));
      cell = cell.inputs().get(0);
    }
    points.add(new Point(cell.x(), cell.y() + Layers.BOX_HEIGHT));
    List<Point> down = new ArrayList<>();
    for (int i = points.size() - 1; i >= 0; i--) {
      down.add(points.get(i));
    }
    return new Line(down);
  }
}
