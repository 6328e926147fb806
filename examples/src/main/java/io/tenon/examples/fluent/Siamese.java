package io.tenon.examples.fluent;

import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.ActivationFunction.TANH;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;

import io.tenon.dsl.FunctionalNetwork;
import io.tenon.dsl.NestedModel;
import io.tenon.dsl.Networks;
import io.tenon.dsl.VectorStage;
import io.tenon.graph.Graph;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/** {@link io.tenon.examples.gallery.SiameseDigits}: a model used twice, and a function. */
public final class Siamese {
  private Siamese() {}

  /** The whole. */
  public static Graph siameseDigits() {
    FunctionalNetwork pair = Networks.functional("SiameseDigits");
    NestedModel embedding = pair.model("embedding", digitEmbedding());
    VectorStage left = pair.image("left", 28, 28, 1).then(embedding.named("leftPlace")).asVector();
    VectorStage right =
        pair.image("right", 28, 28, 1).then(embedding.named("rightPlace")).asVector();
    return left.lambda(
            List.of(right),
            Siamese::distance,
            distance -> distance.name("distance").outputShape("1"))
        .asVector()
        .batchNormalization(even -> even.name("evenDistance"))
        .dense(1, different -> different.name("different").activation(SIGMOID))
        .graph(BINARY_CROSSENTROPY, ACCURACY);
  }

  /** {@link io.tenon.examples.gallery.DigitEmbedding}. */
  public static Graph digitEmbedding() {
    return Networks.sequential("DigitEmbedding")
        .image("picture", 28, 28, 1)
        .batchNormalization(even -> even.name("even"))
        .conv2D(4, 5, edges -> edges.name("edges").activation(TANH))
        .averagePooling2D(2, smaller -> smaller.name("smaller"))
        .conv2D(16, 5, shapes -> shapes.name("shapes").activation(TANH))
        .averagePooling2D(2, smallest -> smallest.name("smallest"))
        .flatten(features -> features.name("features"))
        .batchNormalization(even -> even.name("evenFeatures"))
        .dense(10, place -> place.name("place").activation(TANH))
        .graph();
  }

  private static SDVariable distance(SDVariable... places) {
    SDVariable squares = places[0].squaredDifference(places[1]).sum(true, 1);
    return squares.getSameDiff().math().sqrt(squares.add(1e-7));
  }
}
