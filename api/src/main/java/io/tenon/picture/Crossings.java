package io.tenon.picture;

import io.tenon.picture.Layers.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders the cells of each layer so that few lines cross: by the middle of their neighbours'
 * places, down and up again, as Sugiyama, Tagawa and Toda did in 1981; the best order of all is
 * kept.
 */
final class Crossings {
  private static final int SWEEPS = 12;

  private final List<List<Cell>> rows;

  Crossings(Layers layers) {
    this.rows = layers.rows();
  }

  void reduce() {
    List<List<Cell>> best = copy();
    long fewest = count();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 1; i < rows.size(); i++) {
        sort(down ? i : rows.size() - 1 - i, down);
      }
      long crossings = count();
      if (crossings < fewest) {
        fewest = crossings;
        best = copy();
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).clear();
      rows.get(i).addAll(best.get(i));
    }
  }

  private List<List<Cell>> copy() {
    List<List<Cell>> copy = new ArrayList<>();
    for (List<Cell> row : rows) {
      copy.add(List.copyOf(row));
    }
    return copy;
  }

  private void sort(int index, boolean down) {
    List<Cell> row = rows.get(index);
    Map<Cell, Integer> places = places(rows.get(down ? index - 1 : index + 1));
    Map<Cell, Double> middles = new HashMap<>();
    for (int i = 0; i < row.size(); i++) {
      Cell cell = row.get(i);
      List<Cell> neighbours = down ? cell.inputs() : cell.readers();
      double sum = 0;
      for (Cell each : neighbours) {
        sum += places.getOrDefault(each, 0);
      }
      middles.put(cell, neighbours.isEmpty() ? i : sum / neighbours.size());
    }
    row.sort(Comparator.comparingDouble(cell -> middles.getOrDefault(cell, 0.0)));
  }

  private static Map<Cell, Integer> places(List<Cell> row) {
    Map<Cell, Integer> places = new HashMap<>();
    for (int i = 0; i < row.size(); i++) {
      places.put(row.get(i), i);
    }
    return places;
  }

  private long count() {
    long crossings = 0;
    for (int i = 1; i < rows.size(); i++) {
      Map<Cell, Integer> above = places(rows.get(i - 1));
      List<Integer> ends = new ArrayList<>();
      for (Cell cell : rows.get(i)) {
        List<Integer> inputs = new ArrayList<>();
        for (Cell input : cell.inputs()) {
          inputs.add(above.getOrDefault(input, 0));
        }
        Collections.sort(inputs);
        ends.addAll(inputs);
      }
      for (int j = 0; j < ends.size(); j++) {
        for (int k = j + 1; k < ends.size(); k++) {
          crossings += ends.get(j) > ends.get(k) ? 1 : 0;
        }
      }
    }
    return crossings;
  }
}
