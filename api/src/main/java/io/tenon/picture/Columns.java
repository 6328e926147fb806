package io.tenon.picture;

import io.tenon.picture.Layers.Cell;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives each cell its place from the left: as near as may be to the middle of its neighbours, in
 * the order of its layer and without touching the next.
 */
final class Columns {
  private static final double GAP = 22;
  private static final int SWEEPS = 24;

  private final List<List<Cell>> rows;

  Columns(Layers layers) {
    this.rows = layers.rows();
  }

  void place() {
    for (List<Cell> row : rows) {
      pack(row);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 0; i < rows.size(); i++) {
        settle(rows.get(down ? i : rows.size() - 1 - i), down);
      }
    }
    double left = Double.POSITIVE_INFINITY;
    for (List<Cell> row : rows) {
      for (Cell cell : row) {
        left = Math.min(left, cell.x() - cell.width() / 2);
      }
    }
    for (List<Cell> row : rows) {
      for (Cell cell : row) {
        cell.moveTo(Math.rint(cell.x() - left + Layout.MARGIN));
      }
    }
  }

  private static void pack(List<Cell> row) {
    double right = 0;
    for (Cell cell : row) {
      cell.moveTo(right + cell.width() / 2);
      right += cell.width() + GAP;
    }
    double middle = (right - GAP) / 2;
    for (Cell cell : row) {
      cell.moveTo(cell.x() - middle);
    }
  }

  /** A run of cells that touch, moved as one. */
  private static final class Run {
    private final List<Cell> cells = new ArrayList<>();
    private final List<Double> wishes = new ArrayList<>();
    private double width;

    /** Where its first cell's left edge would best be: the mean of what all wish. */
    private double left() {
      double sum = 0;
      double offset = 0;
      for (int i = 0; i < cells.size(); i++) {
        sum += wishes.get(i) - offset - cells.get(i).width() / 2;
        offset += cells.get(i).width() + GAP;
      }
      return sum / cells.size();
    }

    private void add(Cell cell, double wish) {
      width += (cells.isEmpty() ? 0 : GAP) + cell.width();
      cells.add(cell);
      wishes.add(wish);
    }
  }

  private static void settle(List<Cell> row, boolean down) {
    List<Run> runs = new ArrayList<>();
    for (Cell cell : row) {
      Run run = new Run();
      run.add(cell, wish(cell, down));
      runs.add(run);
      while (runs.size() > 1 && touch(runs.get(runs.size() - 2), runs.get(runs.size() - 1))) {
        Run last = runs.remove(runs.size() - 1);
        Run before = runs.get(runs.size() - 1);
        for (int i = 0; i < last.cells.size(); i++) {
          before.add(last.cells.get(i), last.wishes.get(i));
        }
      }
    }
    for (Run run : runs) {
      double left = run.left();
      for (Cell cell : run.cells) {
        cell.moveTo(left + cell.width() / 2);
        left += cell.width() + GAP;
      }
    }
  }

  private static boolean touch(Run before, Run after) {
    return before.left() + before.width + GAP > after.left();
  }

  /** The middle of its neighbours in the layer that is settled already, or else where it is. */
  private static double wish(Cell cell, boolean down) {
    List<Cell> neighbours = down ? cell.inputs() : cell.readers();
    List<Cell> others = down ? cell.readers() : cell.inputs();
    List<Cell> chosen = neighbours.isEmpty() ? others : neighbours;
    double sum = 0;
    for (Cell each : chosen) {
      sum += each.x();
    }
    return chosen.isEmpty() ? cell.x() : sum / chosen.size();
  }
}
