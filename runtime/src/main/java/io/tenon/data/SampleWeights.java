package io.tenon.data;

import io.tenon.graph.Graph;
import io.tenon.problem.Suggestions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** How much each sample counts in the loss of each output. */
final class SampleWeights {
  private SampleWeights() {}

  /**
   * The weights of all outputs that have a loss; 1 where none are given.
   *
   * @throws DataException if some are of the wrong shape, negative or not finite, or for no output
   */
  static Map<String, INDArray> of(
      String model, Map<String, INDArray> given, List<String> outputs, int count) {
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
          array == null ? Nd4j.ones(DataType.FLOAT, count) : check(model, output, array, count));
    }
    return weights;
  }

  private static INDArray check(String model, String output, INDArray array, int count) {
    if (array.length() != count || array.size(0) != count) {
      throw new DataException(
          "%s: the sample weights of %s need shape [%d], one for each sample, found %s"
              .formatted(model, output, count, Arrays.toString(array.shape())));
    }
    INDArray weights = array.castTo(DataType.FLOAT).reshape(count).dup('c');
    for (int i = 0; i < count; i++) {
      float weight = weights.getFloat(i);
      if (!(weight >= 0 && weight < Float.POSITIVE_INFINITY)) {
        throw new DataException(
            "%s: the sample weights of %s must be 0 or more, found %s for sample %d"
                .formatted(model, output, weight, i));
      }
    }
    return weights;
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
    boolean numbers = label.dataType() == DataType.INT32;
    if (numbers && width != 1) {
      throw new DataException(
          "%s: class weights are for one class for each sample, but %s has %d"
              .formatted(graph.name(), output, width));
    }
    long classes = graph.node(output).type().shape().last().size().orElse(1);
    requireKnown(graph.name() + "." + output, classWeights, Math.max(2, classes));
    INDArray rows = label.reshape(label.size(0), width);
    for (int i = 0; i < product.length(); i++) {
      int found = width == 1 ? Math.round(rows.getFloat(i, 0)) : rows.getRow(i).argMax().getInt(0);
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
