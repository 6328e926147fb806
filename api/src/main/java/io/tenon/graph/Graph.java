package io.tenon.graph;

import io.tenon.check.ModelChecker;
import io.tenon.check.ModelDeclaration;
import io.tenon.check.TensorDeclaration;
import io.tenon.layer.InputLayer;
import io.tenon.problem.ModelException;
import io.tenon.problem.Suggestions;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalInt;

/**
 * A model that fits: nodes in topological order, each with its layer, inputs and type. Immutable.
 *
 * <p>Only a {@link ModelChecker} makes one, so a graph that exists has been proved.
 *
 * <pre>{@code
 * Graph graph = Graph.builder("Mlp")
 *     .input("pixels", "784")
 *     .layer("digit", dense(10).activation(SOFTMAX), "pixels")
 *     .output("digit", SPARSE_CATEGORICAL_CROSSENTROPY)
 *     .build();
 * }</pre>
 */
public final class Graph {
  private final ModelDeclaration declaration;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Node> inOrder;
  private final List<Node> inputs;
  private final List<OutputSpec> outputs;
  private final boolean known;
  private int hash; // 0 until it is asked for

  /** For {@link ModelChecker}, which vouches for what it passes. */
  public Graph(ModelDeclaration declaration, List<Node> nodes, List<OutputSpec> outputs) {
    this.declaration = declaration;
    this.outputs = List.copyOf(outputs);
    boolean known = true;
    for (Node node : nodes) {
      this.nodes.put(node.name(), node);
      known &= node.type().shape().isKnown();
    }
    this.known = known;
    this.inOrder = List.copyOf(this.nodes.values());
    List<Node> inputs = new ArrayList<>();
    for (TensorDeclaration tensor : declaration.tensors()) {
      Node node = this.nodes.get(tensor.name());
      if (node != null && node.isInput()) {
        inputs.add(node);
      }
    }
    this.inputs = List.copyOf(inputs);
  }

  /** Begins a graph of that name. */
  public static GraphBuilder builder(String name) {
    return new GraphBuilder(name);
  }

  /** The model's name. */
  public String name() {
    return declaration.name();
  }

  /** The nodes; each comes after those it reads. */
  public List<Node> nodes() {
    return inOrder;
  }

  /** The nodes where the model begins, in the order of their declaration. */
  public List<Node> inputs() {
    return inputs;
  }

  /** The number of samples in every batch, if an input fixes it. */
  public OptionalInt batchSize() {
    return inputs().stream()
        .mapToInt(node -> ((InputLayer) node.spec()).batchSize())
        .filter(size -> size > 0)
        .findFirst();
  }

  /** What the model gives, in the order of declaration. */
  public List<OutputSpec> outputs() {
    return outputs;
  }

  /**
   * The node of that name.
   *
   * @throws NoSuchElementException if there is none, with the nearest name
   */
  public Node node(String name) {
    Node node = nodes.get(name);
    if (node == null) {
      throw new NoSuchElementException(
          "%s has no tensor \"%s\". %s"
              .formatted(name(), name, Suggestions.hint(name, nodes.keySet())));
    }
    return node;
  }

  /** Whether there is a tensor of that name. */
  public boolean hasTensor(String name) {
    return nodes.containsKey(name);
  }

  /** The types of what a node reads. */
  public List<TensorType> inputTypes(Node node) {
    List<TensorType> types = new ArrayList<>();
    for (String input : node.inputs()) {
      types.add(node(input).type());
    }
    return List.copyOf(types);
  }

  /** The nodes whose layers have names of their own: of a shared layer, the first use. */
  public List<Node> layers() {
    Map<String, Node> layers = new LinkedHashMap<>();
    for (Node node : inOrder) {
      layers.putIfAbsent(node.layer(), node);
    }
    return List.copyOf(layers.values());
  }

  /**
   * The first node of a layer, by the layer's name or by that of a tensor that it gives.
   *
   * @throws NoSuchElementException if there is none, with the nearest name
   */
  public Node layer(String name) {
    return layers().stream()
        .filter(node -> node.layer().equals(name))
        .findFirst()
        .orElseGet(() -> node(name));
  }

  /** The number of elements in all weights. */
  public long parameters() {
    long parameters = 0;
    for (Node layer : layers()) {
      parameters += layer.parameters();
    }
    return parameters;
  }

  /** Whether every axis of every tensor is known. */
  public boolean isKnown() {
    return known;
  }

  /**
   * This graph with sizes in the place of the names of axes.
   *
   * @throws ModelException if it does not fit with these sizes
   */
  public Graph bind(Map<String, Long> sizes) {
    return isKnown() ? this : ModelChecker.check(declaration.bind(sizes)).graphOrThrow();
  }

  /** What was declared. */
  public ModelDeclaration declaration() {
    return declaration;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Graph graph
            && name().equals(graph.name())
            && nodes.equals(graph.nodes)
            && outputs.equals(graph.outputs);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = nodes.hashCode();
    }
    return hash;
  }

  /** The table of {@link SummaryTable}. */
  @Override
  public String toString() {
    return new SummaryTable(this).text();
  }
}
