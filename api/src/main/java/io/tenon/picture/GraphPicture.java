package io.tenon.picture;

import io.tenon.graph.Graph;
import java.util.List;

/**
 * Pictures of a graph: a box for each tensor with its layer and shape, and lines from what is given
 * to what reads it. Models used as layers are one box for each use.
 */
public final class GraphPicture {
  private GraphPicture() {}

  /** The graph in the language of Graphviz, for {@code dot -Tpdf}. */
  public static String toDot(Graph graph) {
    return DotText.of(graph);
  }

  /** The graph as Mermaid text, for a block {@code mermaid} in a README. */
  public static String toMermaid(Graph graph) {
    return MermaidText.of(graph);
  }

  /** The graph drawn as SVG, as large as it needs to be; no other program is needed. */
  public static String toSvg(Graph graph) {
    return SvgText.of(Layout.of(graph), graph.name());
  }

  /**
   * The graph as plain text: a line for each tensor, and beside these a rail from each to the last
   * that reads it.
   */
  public static List<String> toLines(Graph graph) {
    return RailText.lines(graph);
  }
}
