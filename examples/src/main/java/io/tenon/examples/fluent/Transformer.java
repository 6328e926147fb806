package io.tenon.examples.fluent;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;

import io.tenon.dsl.FunctionalNetwork;
import io.tenon.dsl.Networks;
import io.tenon.dsl.SeriesStage;
import io.tenon.graph.Graph;

/** {@link io.tenon.examples.gallery.TextTransformer}: branches that meet again. */
public final class Transformer {
  private Transformer() {}

  /** The whole. */
  public static Graph textTransformer() {
    FunctionalNetwork network = Networks.functional("TextTransformer");
    SeriesStage meanings =
        network.tokens("words", 200).embedding(20_000, 32, layer -> layer.name("meanings"));
    SeriesStage positions =
        network.tokens("places", 200).embedding(200, 32, layer -> layer.name("positions"));
    return encoder(meanings.add(positions, sum -> sum.name("placed")))
        .globalAveragePooling1D(mean -> mean.name("mean"))
        .dropout(0.1, dropped -> dropped.name("meanDropped"))
        .dense(20, hidden -> hidden.name("hidden").activation(RELU))
        .dropout(0.1, dropped -> dropped.name("hiddenDropped"))
        .dense(2, opinion -> opinion.name("opinion").activation(SOFTMAX))
        .graph(SPARSE_CATEGORICAL_CROSSENTROPY, ACCURACY);
  }

  private static SeriesStage encoder(SeriesStage placed) {
    SeriesStage even =
        placed
            .add(
                placed
                    .multiHeadAttention(2, 32, attention -> attention.name("attended"))
                    .dropout(0.1, dropped -> dropped.name("attendedDropped")),
                sum -> sum.name("withAttention"))
            .layerNormalization(layer -> layer.name("even").epsilon(1e-6));
    return even.add(
            even.dense(32, wide -> wide.name("wide").activation(RELU))
                .dense(32, narrow -> narrow.name("narrow"))
                .dropout(0.1, dropped -> dropped.name("narrowDropped")),
            sum -> sum.name("withFeedForward"))
        .layerNormalization(layer -> layer.name("encoded").epsilon(1e-6));
  }
}
