package io.tenon.source;

import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph as the annotated interface that would declare it, with its imports: what a file may hold
 * below its package. Models that are used as layers follow with interfaces of their own.
 *
 * <pre>{@code
 * import static io.tenon.ActivationFunction.SOFTMAX;
 * ...
 * @Sequential
 * interface Mnist {
 *   @Input("784")
 *   Vector pixels();
 *
 *   @Dense(units = 10, activation = SOFTMAX)
 *   Vector digit();
 * }
 * }</pre>
 *
 * <p>Names that Java does not allow are changed. The body of a {@code @Lambda} is left to be
 * written again, since a graph holds the function but not its text.
 */
public final class InterfaceSource {
  private final Graph graph;

  /** The source of that graph. */
  public InterfaceSource(Graph graph) {
    this.graph = graph;
  }

  /**
   * The text.
   *
   * @param name the name of the interface
   * @throws IllegalArgumentException if the name is no Java identifier, or a layer has no
   *     annotation
   */
  public String text(String name) {
    if (!JavaNames.valid(name).equals(name)) {
      throw new IllegalArgumentException(
          "an interface cannot be called \"%s\": did you mean \"%s\"?"
              .formatted(name, JavaNames.valid(name)));
    }
    List<Node> nodes = ordered();
    Map<Part, String> interfaces = new LinkedHashMap<>();
    Part whole = Part.of(name, nodes, graph.outputs());
    collect(whole, name, interfaces);
    Imports imports = new Imports(List.copyOf(interfaces.values()));
    List<String> texts = new ArrayList<>();
    interfaces.forEach(
        (part, interfaceName) -> {
          Map<String, String> types = new LinkedHashMap<>();
          part.models().forEach((model, inner) -> types.put(model, interfaces.get(inner)));
          texts.add(new ModelSource(part, imports, types, !part.equals(whole)).text(interfaceName));
        });
    return imports.text() + "\n" + String.join("\n", texts);
  }

  /** Inputs and outputs in their order, which is that of an interface's methods. */
  private List<Node> ordered() {
    List<Node> outputs =
        graph.outputs().stream().map(output -> graph.node(output.tensor())).toList();
    List<Node> nodes = new ArrayList<>(graph.inputs());
    graph.nodes().stream().filter(node -> !node.isInput()).forEach(nodes::add);
    if (!nodes.stream().filter(outputs::contains).toList().equals(outputs)) {
      nodes.removeAll(outputs);
      nodes.addAll(outputs);
    }
    return nodes;
  }

  /** Names the interfaces of a part and of those within, equal ones the same. */
  private static void collect(Part part, String wanted, Map<Part, String> interfaces) {
    if (!interfaces.containsKey(part)) {
      String name = JavaNames.valid(wanted);
      String free = name;
      for (int i = 2; interfaces.containsValue(free); i++) {
        free = name + i;
      }
      interfaces.put(part, free);
      part.models().values().forEach(inner -> collect(inner, inner.interfaceName(), interfaces));
    }
  }
}
