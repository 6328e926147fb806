package io.tenon.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Boxes in layers: each below all that it reads, and an input just above what reads it. Where a
 * line passes a layer, a cell without a box keeps a place free for it.
 */
final class Layers {
  static final double BOX_HEIGHT = 58;
  private static final double GAP = 34;

  /** Widths of a character in the widest of the fonts that viewers put in Helvetica's place. */
  private static final double BOLD_CHARACTER = 8.7;

  private static final double CHARACTER = 6.7;
  private static final double PADDING = 24;
  private static final double LEAST_WIDTH = 96;
  private static final double FREE_WIDTH = 12;

  private final List<List<Cell>> rows = new ArrayList<>();
  private final Map<String, Cell> boxes = new LinkedHashMap<>();

  /** A place in a layer. */
  static final class Cell {
    private final @Nullable Box box;
    private final int row;
    private final double width;
    private final List<Cell> inputs = new ArrayList<>();
    private final List<Cell> readers = new ArrayList<>();
    private double x;

    private Cell(@Nullable Box box, int row) {
      this.box = box;
      this.row = row;
      this.width = box == null ? FREE_WIDTH : width(box);
    }

    private static double width(Box box) {
      double text = Math.max(box.layer().length(), box.shape().length()) * CHARACTER;
      double widest = Math.max(box.name().length() * BOLD_CHARACTER, text);
      return Math.max(LEAST_WIDTH, widest + PADDING);
    }

    /** The box; null where only a line passes. */
    @Nullable Box box() {
      return box;
    }

    List<Cell> inputs() {
      return inputs;
    }

    List<Cell> readers() {
      return readers;
    }

    double width() {
      return width;
    }

    /** The middle. */
    double x() {
      return x;
    }

    void moveTo(double middle) {
      this.x = middle;
    }

    double y() {
      return Layout.MARGIN + row * (BOX_HEIGHT + GAP);
    }

    /** How far from the middle a line from an input arrives, so that several stay apart. */
    double offset(Cell input) {
      double apart = Math.min(18, width * 0.6 / inputs.size());
      return (place(input) - (inputs.size() - 1) / 2.0) * apart;
    }

    /** How many of the inputs stand to the left of one. */
    private int place(Cell input) {
      int place = 0;
      boolean before = true;
      for (Cell each : inputs) {
        before &= each != input;
        place += each.x < input.x || before && each.x == input.x ? 1 : 0;
      }
      return place;
    }
  }

  Layers(List<Box> all) {
    Map<String, Integer> rowOf = rows(all);
    for (Box box : all) {
      Cell cell = new Cell(box, rowOf.getOrDefault(box.name(), 0));
      boxes.put(box.name(), cell);
      row(cell.row).add(cell);
    }
    for (Cell cell : List.copyOf(boxes.values())) {
      for (String input : Objects.requireNonNull(cell.box).inputs()) {
        Cell giver = boxes.get(input);
        if (giver != null) {
          connect(giver, cell);
        }
      }
    }
  }

  /** The longest way from an input decides; inputs then go down to just above what reads them. */
  private static Map<String, Integer> rows(List<Box> all) {
    Map<String, Integer> rows = new HashMap<>();
    Map<String, Integer> firstReader = new HashMap<>();
    for (Box box : all) {
      int row = 0;
      for (String input : box.inputs()) {
        row = Math.max(row, rows.getOrDefault(input, 0) + 1);
      }
      rows.put(box.name(), row);
      for (String input : box.inputs()) {
        firstReader.put(input, Math.min(row, firstReader.getOrDefault(input, row)));
      }
    }
    for (Box box : all) {
      if (box.kind() == Box.Kind.INPUT) {
        rows.put(box.name(), Math.max(0, firstReader.getOrDefault(box.name(), 1) - 1));
      }
    }
    return rows;
  }

  private List<Cell> row(int index) {
    while (rows.size() <= index) {
      rows.add(new ArrayList<>());
    }
    return rows.get(index);
  }

  private void connect(Cell giver, Cell reader) {
    Cell last = giver;
    for (int row = giver.row + 1; row < reader.row; row++) {
      Cell free = new Cell(null, row);
      row(row).add(free);
      last.readers.add(free);
      free.inputs.add(last);
      last = free;
    }
    last.readers.add(reader);
    reader.inputs.add(last);
  }

  List<List<Cell>> rows() {
    return rows;
  }

  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (List<Cell> row : rows) {
      cells.addAll(row);
    }
    return cells;
  }
}
