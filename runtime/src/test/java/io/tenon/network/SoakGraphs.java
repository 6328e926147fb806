package io.tenon.network;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;
import static io.tenon.dsl.Layers.batchNormalization;
import static io.tenon.dsl.Layers.concatenate;
import static io.tenon.dsl.Layers.conv2D;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.dropout;
import static io.tenon.dsl.Layers.embedding;
import static io.tenon.dsl.Layers.flatten;
import static io.tenon.dsl.Layers.lstm;
import static io.tenon.dsl.Layers.maxPooling2D;

import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A small model with one of each kind of layer that has memory of its own. */
final class SoakGraphs {
  private static final int WORDS = 50;

  private SoakGraphs() {}

  static Graph mixed() {
    return Graph.builder("Mixed")
        .input("picture", "6 6 1")
        .input("words", "5", io.tenon.DataType.INT32)
        .layer("edges", conv2D(4, 3).activation(RELU), "picture")
        .layer("smaller", maxPooling2D().poolSize(2), "edges")
        .layer("features", flatten(), "smaller")
        .layer("embedded", embedding(WORDS, 4), "words")
        .layer("meaning", lstm(4), "embedded")
        .layer("joined", concatenate(), "features", "meaning")
        .layer("hidden", dense(16).activation(RELU), "joined")
        .layer("normal", batchNormalization(), "hidden")
        .layer("dropped", dropout(0.2), "normal")
        .layer("answer", dense(1).activation(SIGMOID), "dropped")
        .output("answer", BINARY_CROSSENTROPY, ACCURACY)
        .build();
  }

  static INDArray pictures(int count) {
    return Nd4j.rand(DataType.FLOAT, count, 6, 6, 1);
  }

  static INDArray words(int count) {
    return Nd4j.rand(DataType.FLOAT, count, 5).muli(WORDS - 1).castTo(DataType.INT32);
  }

  static Samples samples(int count) {
    return Samples.builder()
        .input("picture", pictures(count))
        .input("words", words(count))
        .label("answer", Nd4j.rand(DataType.FLOAT, count, 1).gt(0.5).castTo(DataType.FLOAT))
        .build();
  }
}
