package io.tenon.callback;

import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.ActivationFunction.TANH;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.data.Samples;
import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.network.Network;
import io.tenon.optimizer.Optimizer;
import io.tenon.training.FitOptions;
import io.tenon.training.History;
import io.tenon.training.Verbosity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.factory.Nd4j;

/** A small training on points that lie on one of two sides. */
final class SideTraining {
  static final int COUNT = 40;
  static final int BATCH = 8;

  private SideTraining() {}

  static Graph graph() {
    return Graph.builder("Sides")
        .input("x", "2")
        .layer("hidden", Layers.dense(4).activation(TANH), "x")
        .layer("normal", Layers.batchNormalization(), "hidden")
        .layer("y", Layers.dense(1).activation(SIGMOID), "normal")
        .output("y", Loss.BINARY_CROSSENTROPY, Metric.ACCURACY)
        .build();
  }

  static Samples samples() {
    Random random = new Random(1);
    float[][] points = new float[COUNT][2];
    float[][] sides = new float[COUNT][1];
    for (int i = 0; i < COUNT; i++) {
      points[i][0] = random.nextFloat() - 0.5f;
      points[i][1] = random.nextFloat() - 0.5f;
      sides[i][0] = points[i][0] > points[i][1] ? 1 : 0;
    }
    return Samples.builder()
        .input("x", Nd4j.createFromArray(points))
        .label("y", Nd4j.createFromArray(sides))
        .build();
  }

  static Network network(Optimizer optimizer) {
    return Network.builder(graph()).optimizer(optimizer).seed(3).build();
  }

  static History fit(Network network, int epochs, Callback... callbacks) {
    return network.fit(samples(), fit -> options(fit, epochs).callbacks(callbacks));
  }

  static FitOptions options(FitOptions fit, int epochs) {
    return fit.epochs(epochs).batchSize(BATCH).verbose(Verbosity.SILENT);
  }

  static float[] weights(Network network) {
    List<Float> all = new ArrayList<>();
    for (String layer : List.of("hidden", "normal", "y")) {
      network
          .layer(layer)
          .weights()
          .forEach(
              weight -> {
                for (float value : weight.dup('c').data().asFloat()) {
                  all.add(value);
                }
              });
    }
    float[] values = new float[all.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = all.get(i);
    }
    return values;
  }
}
