package io.tenon.picture;

import io.tenon.graph.Graph;

/** A graph in the language of Graphviz. */
final class DotText {
  private DotText() {}

  static String of(Graph graph) {
    StringBuilder text = new StringBuilder();
    text.append("digraph ").append(quote(graph.name())).append(" {\n");
    text.append("  rankdir = TB;\n");
    text.append("  node [shape = box, style = \"rounded,filled\", fillcolor = white,");
    text.append(" fontname = \"Helvetica\"];\n");
    for (Box box : Box.of(graph)) {
      text.append("  %s [label = %s%s];\n".formatted(quote(box.name()), label(box), fill(box)));
    }
    for (Box box : Box.of(graph)) {
      for (String input : box.inputs()) {
        text.append("  %s -> %s;\n".formatted(quote(input), quote(box.name())));
      }
    }
    return text.append("}\n").toString();
  }

  private static String label(Box box) {
    return quote("%s\n%s\n%s".formatted(box.name(), box.layer(), box.shape()));
  }

  private static String fill(Box box) {
    String color = Palette.of(box.kind()).fill();
    return ", fillcolor = \"%s\"".formatted(color);
  }

  private static String quote(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\r", "").replace("\n", "\\n");
    return '"' + escaped + '"';
  }
}
