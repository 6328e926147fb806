package io.tenon.callback;

import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tensorflow.framework.GraphDef;
import org.tensorflow.framework.HistogramProto;
import org.tensorflow.framework.NodeDef;
import org.tensorflow.framework.Summary;

/** Measured values, weights and graphs as TensorFlow's messages. */
final class Summaries {
  private static final int BUCKETS = 30;

  private Summaries() {}

  static Summary scalars(String prefix, Map<String, Double> values) {
    Summary.Builder summary = Summary.newBuilder();
    values.forEach(
        (name, value) ->
            summary.addValue(
                Summary.Value.newBuilder()
                    .setTag(prefix + name)
                    .setSimpleValue(value.floatValue())));
    return summary.build();
  }

  static Summary histograms(Map<String, INDArray> weights) {
    Summary.Builder summary = Summary.newBuilder();
    weights.forEach(
        (name, weight) ->
            summary.addValue(
                Summary.Value.newBuilder()
                    .setTag(name + "/histogram")
                    .setHisto(histogram(weight.dup('c').data().asFloat()))));
    return summary.build();
  }

  /** Equal buckets from the least to the largest value; values that are not finite are left out. */
  static HistogramProto histogram(float[] values) {
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        least = Math.min(least, value);
        largest = Math.max(largest, value);
        sum += value;
        squares += value * (double) value;
        count++;
      }
    }
    HistogramProto.Builder histogram = HistogramProto.newBuilder();
    if (count == 0) {
      return histogram.build();
    }
    double width = (largest - least) / BUCKETS;
    double[] buckets = new double[width == 0 ? 1 : BUCKETS];
    for (float value : values) {
      if (Float.isFinite(value)) {
        int bucket = width == 0 ? 0 : (int) ((value - least) / width);
        buckets[Math.min(bucket, buckets.length - 1)]++;
      }
    }
    for (int i = 0; i < buckets.length; i++) {
      boolean last = i == buckets.length - 1;
      histogram.addBucketLimit(last ? largest : least + (i + 1) * width).addBucket(buckets[i]);
    }
    return histogram
        .setMin(least)
        .setMax(largest)
        .setNum(count)
        .setSum(sum)
        .setSumSquares(squares)
        .build();
  }

  static GraphDef graph(Graph graph) {
    GraphDef.Builder definition = GraphDef.newBuilder();
    for (Node node : graph.nodes()) {
      String kind = node.isInput() ? "Placeholder" : node.spec().className();
      definition.addNode(
          NodeDef.newBuilder().setName(node.name()).setOp(kind).addAllInput(node.inputs()));
    }
    return definition.build();
  }
}
