package io.tenon.graph;

import io.tenon.Loss;
import io.tenon.layer.ModelInput;
import io.tenon.shape.RankType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A graph as a table: a line for each tensor, with its rank, shape, layer and number of parameters.
 * What {@code summary()} prints and the generated javadoc shows.
 */
public final class SummaryTable {
  private final Graph graph;

  /** A table of that graph. */
  public SummaryTable(Graph graph) {
    this.graph = graph;
  }

  /** The table, its lines ended by line feeds but for the last. */
  public String text() {
    return String.join("\n", lines());
  }

  /** The lines of the table, without trailing spaces. */
  public List<String> lines() {
    List<Row> rows = new ArrayList<>();
    Map<String, String> first = new HashMap<>();
    for (Node node : graph.nodes()) {
      if (node.spec() instanceof ModelInput) {
        continue; // what it passes on stands above
      }
      String before = first.putIfAbsent(node.layer(), node.name());
      Optional<RankType> rank = RankType.of(node.type());
      rows.add(
          new Row(
              node.name(),
              rank.isPresent() ? rank.get().typeName() : "Tensor",
              node.type().shape().toString(),
              node.isInput() ? "input" : node.spec().className(),
              before == null ? count(node.parameters()) : "",
              note(node, before)));
    }
    String total = count(graph.parameters());
    int[] widths = {1, 1, 1, "total".length()};
    int count = total.length();
    for (Row row : rows) {
      widths[0] = Math.max(widths[0], row.name.length());
      widths[1] = Math.max(widths[1], row.rank.length());
      widths[2] = Math.max(widths[2], row.shape.length());
      widths[3] = Math.max(widths[3], row.layer.length());
      count = Math.max(count, row.count.length());
    }
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      lines.add(line(widths, count, row.count, row.note, row.name, row.rank, row.shape, row.layer));
    }
    lines.add(line(widths, count, total, "", "", "", "", "total"));
    return lines;
  }

  /** Cells to the left, the count to the right of its column; no spaces at the end. */
  private static String line(
      int[] widths, int countWidth, String count, String note, String... cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      line.append(cells[i]).append(" ".repeat(widths[i] - cells[i].length() + 2));
    }
    line.append(" ".repeat(countWidth - count.length())).append(count).append("  ").append(note);
    return line.toString().stripTrailing();
  }

  /** Whether it is an output, and of a shared layer where its weights were counted. */
  private String note(Node node, @Nullable String before) {
    String shared = before == null || node.weights().isEmpty() ? "" : "weights of " + before;
    String output = output(node);
    return shared + (shared.isEmpty() || output.isEmpty() ? "" : ", ") + output;
  }

  private String output(Node node) {
    for (OutputSpec output : graph.outputs()) {
      if (output.tensor().equals(node.name())) {
        Loss loss = output.loss();
        return loss == Loss.NONE ? "output" : "output, " + loss.kerasName().replace('_', ' ');
      }
    }
    return "";
  }

  private static String count(long parameters) {
    StringBuilder text = new StringBuilder(Long.toString(parameters));
    for (int i = text.length() - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  private record Row(
      String name, String rank, String shape, String layer, String count, String note) {}
}
