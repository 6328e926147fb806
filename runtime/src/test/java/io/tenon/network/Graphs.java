package io.tenon.network;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.dsl.Layers.concatenate;
import static io.tenon.dsl.Layers.conv2D;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.dropout;
import static io.tenon.dsl.Layers.flatten;
import static io.tenon.dsl.Layers.maxPooling2D;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import java.util.Random;
import org.nd4j.linalg.factory.Nd4j;

/** Small graphs and samples for tests. */
final class Graphs {
  private Graphs() {}

  /** Two classes of points, to be told apart. */
  static Graph points() {
    return Graph.builder("Points")
        .input("point", "2")
        .layer("hidden", dense(16).activation(RELU), "point")
        .layer("dropped", dropout(0.1), "hidden")
        .layer("side", dense(2).activation(SOFTMAX), "dropped")
        .output("side", Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY)
        .build();
  }

  /** Points, with class 1 where their product is positive. */
  static Samples pointSamples(int count, long seed) {
    Random random = new Random(seed);
    float[][] points = new float[count][2];
    int[] sides = new int[count];
    for (int i = 0; i < count; i++) {
      points[i][0] = random.nextFloat() * 2 - 1;
      points[i][1] = random.nextFloat() * 2 - 1;
      sides[i] = points[i][0] * points[i][1] > 0 ? 1 : 0;
    }
    return Samples.builder()
        .input("point", Nd4j.createFromArray(points))
        .label("side", Nd4j.createFromArray(sides))
        .build();
  }

  /** Every layer there is, two inputs and two outputs. */
  static Graph branches() {
    return Graph.builder("Branches")
        .input("picture", "6 6 1")
        .input("extra", "3")
        .layer("edges", conv2D(4, 3).activation(RELU), "picture")
        .layer("smaller", maxPooling2D().poolSize(2), "edges")
        .layer("features", flatten(), "smaller")
        .layer("early", dense(2), "features")
        .layer("joined", concatenate(), "features", "extra")
        .layer("late", dense(3).activation(SOFTMAX), "joined")
        .output("early", Loss.MEAN_SQUARED_ERROR, 0.5, Metric.MEAN_ABSOLUTE_ERROR)
        .output("late", Loss.CATEGORICAL_CROSSENTROPY, Metric.ACCURACY)
        .build();
  }
}
