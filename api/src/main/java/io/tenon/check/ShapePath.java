package io.tenon.check;

import io.tenon.layer.Inference;
import java.util.ArrayList;
import java.util.List;

/** The shapes on the way from the inputs to a tensor, one tensor a line, in columns. */
final class ShapePath {
  /** Longer paths leave out their middle. */
  private static final int MOST_ROWS = 12;

  private final List<Row> rows;

  private ShapePath(List<Row> rows) {
    this.rows = rows;
  }

  private record Row(String tensor, String shape, String arithmetic) {
    /** What comes before the arithmetic itself: {@code kernelSize 3:}. */
    String label() {
      return arithmetic.substring(0, arithmetic.indexOf(": ") + 1);
    }

    /** The arithmetic, begun in the same column as that of the other rows. */
    String explanation(int width) {
      String label = label();
      return label.isEmpty()
          ? arithmetic
          : label + " ".repeat(width - label.length()) + arithmetic.substring(label.length());
    }
  }

  /** The path to a tensor that may not be inferred yet; its own line is the last. */
  static ShapePath to(ModelContext model, int index) {
    List<Row> rows = new ArrayList<>();
    for (int ancestor : model.ancestors(index)) {
      if (ancestor != index) {
        Inference inference = model.inference(ancestor).orElseThrow();
        rows.add(
            new Row(
                model.tensor(ancestor).name(),
                inference.output().toString(),
                inference.arithmetic()));
      }
    }
    rows.add(new Row(model.tensor(index).name(), "", ""));
    return new ShapePath(rows);
  }

  /** This path with what the last tensor would be; without its line if there is nothing to say. */
  ShapePath withLast(String shape, String arithmetic) {
    List<Row> changed = new ArrayList<>(rows);
    Row last = changed.remove(changed.size() - 1);
    if (!shape.isEmpty() || !arithmetic.isEmpty()) {
      changed.add(new Row(last.tensor, shape, arithmetic));
    }
    return new ShapePath(changed);
  }

  /** This path up to what the last tensor reads. */
  ShapePath withoutLast() {
    return withLast("", "");
  }

  /** The lines, without trailing spaces. */
  List<String> lines() {
    int name = rows.stream().mapToInt(row -> row.tensor.length()).max().orElse(1);
    int shape = Math.max(1, rows.stream().mapToInt(row -> row.shape.length()).max().orElse(1));
    int label = rows.stream().mapToInt(row -> row.label().length()).max().orElse(0);
    String format = "%%-%ds  %%-%ds   %%s".formatted(name, shape);
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      lines.add(format.formatted(row.tensor, row.shape, row.explanation(label)).stripTrailing());
    }
    if (lines.size() > MOST_ROWS) {
      int left = lines.size() - MOST_ROWS;
      lines.subList(1, 1 + left).clear();
      lines.add(1, "... %d more".formatted(left));
    }
    return lines;
  }
}
