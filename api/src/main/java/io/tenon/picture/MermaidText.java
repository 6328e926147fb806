package io.tenon.picture;

import io.tenon.graph.Graph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A graph as Mermaid text, which GitHub and GitLab draw. */
final class MermaidText {
  private MermaidText() {}

  static String of(Graph graph) {
    List<Box> boxes = Box.of(graph);
    // Numbers, since Mermaid has words of its own that no name may be.
    Map<String, String> ids = new HashMap<>();
    StringBuilder text = new StringBuilder("flowchart TD\n");
    for (Box box : boxes) {
      String id = "t" + ids.size();
      ids.put(box.name(), id);
      String label =
          "%s<br/>%s<br/>%s".formatted(escape(box.name()), escape(box.layer()), box.shape());
      text.append(
          box.kind() == Box.Kind.INNER
              ? "  %s[\"%s\"]\n".formatted(id, label)
              : "  %s([\"%s\"])\n".formatted(id, label));
    }
    for (Box box : boxes) {
      for (String input : box.inputs()) {
        text.append("  %s --> %s\n".formatted(ids.get(input), ids.get(box.name())));
      }
    }
    return text.toString();
  }

  private static String escape(String text) {
    return text.replace("&", "#amp;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;");
  }
}
