package io.tenon.data;

import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.problem.Suggestions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** How much each sample, or each of its rows, counts in the loss of each output. */
final class SampleWeights {
  private SampleWeights() {}

  /**
   * The weights of all outputs that have a loss; 1 where none are given.
   *
   * @throws DataException if some are of the wrong shape, negative or not finite, or for no output
   */
  static Map<String, INDArray> of(
      Graph graph, Map<String, INDArray> given, List<String> outputs, int count) {
    String model = graph.name();
    for (String name : given.keySet()) {
      if (!name.isEmpty() && !outputs.contains(name)) {
        throw new DataException(
            "%s has no output \"%s\" with a loss, for which there are sample weights. %s"
                .formatted(model, name, Suggestions.hint(name, outputs)));
      }
    }
    Map<String, INDArray> weights = new LinkedHashMap<>();
    for (String output : outputs) {
      INDArray array = given.getOrDefault(output, given.get(""));
      weights.put(
          output,
          array == null
              ? Nd4j.ones(DataType.FLOAT, count)
              : check(model, output, array, rowShape(graph.node(output), count)));
    }
    return weights;
  }

  /** (samples, all axes of the output but the last). */
  private static long[] rowShape(Node output, int count) {
    long[] shape = new long[output.type().shape().rank()];
    shape[0] = count;
    for (int i = 1; i < shape.length; i++) {
      shape[i] = output.type().shape().axis(i - 1).size().orElseThrow();
    }
    return shape;
  }

  private static INDArray check(String model, String output, INDArray array, long[] rowShape) {
    long count = rowShape[0];
    boolean perSample = array.length() == count && array.size(0) == count;
    if (!perSample && !Arrays.equals(array.shape(), rowShape)) {
      String perRow =
          rowShape.length == 1
              ? ""
              : ", or %s, one for each of its rows".formatted(Arrays.toString(rowShape));
      throw new DataException(
          "%s: the sample weights of %s need shape [%d], one for each sample%s, found %s"
              .formatted(model, output, count, perRow, Arrays.toString(array.shape())));
    }
    long rows = array.length() / count;
    INDArray weights = array.castTo(DataType.FLOAT).dup('c');
    for (long i = 0; i < weights.length(); i++) {
      float weight = weights.getFloat(i);
      if (!(weight >= 0 && weight < Float.POSITIVE_INFINITY)) {
        throw new DataException(
            "%s: the sample weights of %s must be 0 or more, found %s for sample %d"
                .formatted(model, output, weight, i / rows));
      }
    }
    return perSample ? weights.reshape(count) : weights.reshape(count, rows);
  }

  /** Weights times those of the classes that labels stand for. */
  static Map<String, INDArray> ofClasses(
      Graph graph,
      Map<String, INDArray> labels,
      Map<String, INDArray> weights,
      Map<Integer, Double> classWeights) {
    if (labels.size() != 1) {
      throw new DataException(
          "%s has %d outputs with a loss, but class weights are for one; give sample weights"
              .formatted(graph.name(), labels.size()));
    }
    String output = labels.keySet().iterator().next();
    INDArray label = labels.values().iterator().next();
    INDArray product = weights.values().iterator().next().dup('c');
    long width = label.length() / label.size(0);
    long classes = graph.node(output).type().shape().last().size().orElse(1);
    boolean numbers = label.dataType() == DataType.INT32;
    long rows = numbers ? width : width / classes;
    if (rows != 1) {
      throw new DataException(
          "%s: class weights are for one class for each sample, but %s has %d; give sample weights"
              .formatted(graph.name(), output, rows));
    }
    requireKnown(graph.name() + "." + output, classWeights, Math.max(2, classes));
    INDArray samples = label.reshape(label.size(0), width);
    for (int i = 0; i < product.length(); i++) {
      int found =
          width == 1 ? Math.round(samples.getFloat(i, 0)) : samples.getRow(i).argMax().getInt(0);
      Double weight = classWeights.get(found);
      if (weight != null) {
        product.putScalar(i, product.getFloat(i) * weight);
      }
    }
    return Map.of(output, product);
  }

  private static void requireKnown(String output, Map<Integer, Double> weights, long classes) {
    weights.forEach(
        (number, weight) -> {
          if (number < 0 || number >= classes) {
            throw new DataException(
                "%s: there is a class weight for class %d, but the classes are 0 to %d"
                    .formatted(output, number, classes - 1));
          }
          if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new DataException(
                "%s: class weights must be 0 or more, found %s for class %d"
                    .formatted(output, weight, number));
          }
        });
  }
}
