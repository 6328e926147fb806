package io.tenon.picture;

import io.tenon.graph.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A graph as plain text, a line for each tensor: it stands at {@code o}, and its rail runs down to
 * the last tensor that reads it.
 *
 * <pre>
 * o      titleWords
 * | o    tags
 * o |    title
 * +-|-o  urgent
 * o-+    joined
 * o      department
 * </pre>
 */
final class RailText {
  private final List<Box> boxes;
  private final Map<String, Integer> lastReader = new HashMap<>();
  private final List<@Nullable String> rails = new ArrayList<>();

  private RailText(List<Box> boxes) {
    this.boxes = boxes;
    for (int i = 0; i < boxes.size(); i++) {
      for (String input : boxes.get(i).inputs()) {
        lastReader.put(input, i);
      }
    }
  }

  static List<String> lines(Graph graph) {
    RailText picture = new RailText(Box.of(graph));
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < picture.boxes.size(); i++) {
      rows.add(picture.row(i));
    }
    int width = 0;
    for (String row : rows) {
      width = Math.max(width, row.length());
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String rail = rows.get(i) + " ".repeat(width - rows.get(i).length());
      lines.add("%s  %s".formatted(rail, picture.boxes.get(i).name()));
    }
    return lines;
  }

  private String row(int index) {
    Box box = boxes.get(index);
    Set<Integer> read = new LinkedHashSet<>();
    for (String input : box.inputs()) {
      if (rails.contains(input)) {
        read.add(rails.indexOf(input));
      }
    }
    int own = -1;
    for (int rail : read) {
      String tensor = Objects.requireNonNull(rails.get(rail));
      if (lastReader.getOrDefault(tensor, -1) <= index) {
        rails.set(rail, null); // it ends here
        own = own < 0 ? rail : own;
      }
    }
    List<@Nullable String> others = new ArrayList<>(rails);
    if (own < 0) {
      own = free(read);
      while (others.size() <= own) {
        others.add(null);
        rails.add(null);
      }
    }
    String row = draw(others, read, own);
    rails.set(own, lastReader.containsKey(box.name()) ? box.name() : null);
    return row;
  }

  /** The first rail that nothing runs on. */
  private int free(Set<Integer> read) {
    for (int i = 0; i < rails.size(); i++) {
      if (rails.get(i) == null && !read.contains(i)) {
        return i;
      }
    }
    return rails.size();
  }

  private static String draw(List<@Nullable String> running, Set<Integer> read, int own) {
    int from = own;
    int to = own;
    for (int rail : read) {
      from = Math.min(from, rail);
      to = Math.max(to, rail);
    }
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < running.size(); i++) {
      boolean between = i > from && i < to;
      char rail = running.get(i) != null ? '|' : between ? '-' : ' ';
      row.append(i == own ? 'o' : read.contains(i) ? '+' : rail);
      row.append(i >= from && i < to ? '-' : ' ');
    }
    return row.toString().stripTrailing();
  }
}
