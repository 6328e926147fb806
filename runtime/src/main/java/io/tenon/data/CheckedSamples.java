package io.tenon.data;

import io.tenon.DataType;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.Embedding;
import io.tenon.loss.LossFunction;
import io.tenon.problem.Suggestions;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Samples that fit a graph: every array is there, of the declared shape, as many samples in each,
 * row-major and of the declared type.
 *
 * @param graph the graph with the sizes of named axes filled in
 * @param inputs the arrays to read, in the graph's order
 * @param labels the arrays to learn, by output
 * @param weights how much each sample counts in the loss, by output: (samples), or (samples, rows)
 *     where each row of the output has a weight of its own
 * @param count the number of samples
 */
public record CheckedSamples(
    Graph graph,
    Map<String, INDArray> inputs,
    Map<String, INDArray> labels,
    Map<String, INDArray> weights,
    int count) {

  /**
   * Checks inputs alone, for prediction.
   *
   * @throws DataException if an array is missing, unknown or of the wrong shape
   */
  public static CheckedSamples of(Graph graph, Map<String, INDArray> inputs) {
    return check(graph, inputs, Map.of(), Map.of(), Map.of());
  }

  /**
   * Checks inputs and the labels of all outputs that have a loss.
   *
   * @param losses the loss of each output
   * @throws DataException if an array is missing, unknown or of the wrong shape, or a class number
   *     is out of range
   */
  public static CheckedSamples of(Graph graph, Samples samples, Map<String, LossFunction> losses) {
    return check(graph, samples.inputs(), samples.labels(), samples.weights(), losses);
  }

  private static CheckedSamples check(
      Graph graph,
      Map<String, INDArray> inputs,
      Map<String, INDArray> labels,
      Map<String, INDArray> weights,
      Map<String, LossFunction> losses) {
    ArrayCheck check = new ArrayCheck(graph.name());
    List<String> inputNames = graph.inputs().stream().map(Node::name).toList();
    requireNames(graph, "input", inputNames, inputs.keySet());
    Map<String, INDArray> checkedInputs = new LinkedHashMap<>();
    for (Node input : graph.inputs()) {
      INDArray checked = check.check(input.name(), input.type(), get(inputs, input));
      ValueCheck values = new ValueCheck(graph.name() + "." + input.name(), checked);
      if (!losses.isEmpty()) {
        values.requireFinite();
      }
      requireTokens(graph, input, values);
      checkedInputs.put(input.name(), checked);
    }
    Graph bound = graph.bind(check.sizes());
    List<String> labelNames = List.copyOf(losses.keySet());
    requireNames(graph, "label", labelNames, withLoss(graph, labels.keySet(), losses));
    Map<String, INDArray> checkedLabels = new LinkedHashMap<>();
    for (String output : labelNames) {
      LossFunction loss = Objects.requireNonNull(losses.get(output));
      TensorType type = bound.node(output).type();
      INDArray array = Objects.requireNonNull(labels.get(output));
      checkedLabels.put(
          output,
          loss.isSparse()
              ? ClassNumbers.check(check, graph.name(), output, type, loss, array)
              : LabelCheck.check(check, graph.name(), output, type, loss, array));
    }
    int count = Math.toIntExact(check.samples());
    FixedBatch.requireWhole(graph, count);
    return new CheckedSamples(
        bound,
        checkedInputs,
        checkedLabels,
        SampleWeights.of(bound, weights, labelNames, count),
        count);
  }

  /** As in Keras, labels of an output that has no loss are left alone. */
  private static List<String> withLoss(
      Graph graph, Collection<String> names, Map<String, LossFunction> losses) {
    List<String> outputs = graph.outputs().stream().map(OutputSpec::tensor).toList();
    return names.stream()
        .filter(name -> losses.containsKey(name) || !outputs.contains(name))
        .toList();
  }

  /** Refuses what is outside of the table that an embedding looks it up in. */
  private static void requireTokens(Graph graph, Node input, ValueCheck values) {
    for (Node node : graph.nodes()) {
      if (!node.isInput()
          && node.spec() instanceof Embedding.Spec table
          && node.inputs().contains(input.name())) {
        values.requireBetween(0, table.inputDim() - 1, "the tokens of " + node.name());
      }
    }
  }

  private static INDArray get(Map<String, INDArray> arrays, Node node) {
    return Objects.requireNonNull(arrays.get(node.name()));
  }

  private static void requireNames(
      Graph graph, String kind, Collection<String> expected, Collection<String> found) {
    for (String name : found) {
      if (!expected.contains(name)) {
        throw new DataException(
            "%s has no %s \"%s\". %s"
                .formatted(graph.name(), kind, name, Suggestions.hint(name, expected)));
      }
    }
    for (String name : expected) {
      if (!found.contains(name)) {
        throw new DataException("%s: the %s \"%s\" is missing".formatted(graph.name(), kind, name));
      }
    }
  }

  /**
   * These samples, each counting as its class does besides.
   *
   * @param classWeights by class number; a class that is left out counts 1
   * @throws DataException if there are several outputs with a loss, or a class number is unknown
   */
  public CheckedSamples weighted(Map<Integer, Double> classWeights) {
    return new CheckedSamples(
        graph,
        inputs,
        labels,
        SampleWeights.ofClasses(graph, labels, weights, classWeights),
        count);
  }

  /** The samples from one index up to another, sharing memory with these. */
  public CheckedSamples range(int from, int to) {
    return new CheckedSamples(
        graph, rows(inputs, from, to), rows(labels, from, to), rows(weights, from, to), to - from);
  }

  private static Map<String, INDArray> rows(Map<String, INDArray> arrays, int from, int to) {
    Map<String, INDArray> rows = new LinkedHashMap<>();
    arrays.forEach((name, array) -> rows.put(name, RowRange.of(array, from, to)));
    return rows;
  }

  /** The type of labels that are class numbers: one where the output has a row. */
  static TensorType classNumbers(TensorType output) {
    Shape shape = output.shape();
    return new TensorType(Shape.of(shape.axes().subList(0, shape.rank() - 1)), DataType.INT32);
  }
}
