package io.tenon.benchmarks.deeplearning4j;

import io.tenon.benchmarks.Purpose;
import io.tenon.benchmarks.Workload;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;

/**
 * The workloads' models. Deeplearning4j drops from what a layer reads, and counts the share that is
 * kept.
 */
record Models(Purpose purpose) {
  private static final double RATE = 1e-3;
  private static final double RHO = 0.9;
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final float AUXILIARY_WEIGHT = 0.2f;

  ComputationGraphConfiguration configuration(Workload workload) {
    return switch (workload) {
      case W1 -> mlp();
      case W2 -> cnn();
      case W3 -> reviews();
      case W4 -> news();
      case W5 -> smallMlp();
    };
  }

  private GraphBuilder graph(IUpdater updater, String... inputs) {
    return new NeuralNetConfiguration.Builder()
        .seed(42)
        .updater(updater)
        .graphBuilder()
        .addInputs(inputs);
  }

  private IUpdater adam() {
    return new Adam(RATE, BETA_1, BETA_2, purpose.epsilon());
  }

  private IUpdater rmsProp() {
    return new RmsProp(RATE, RHO, purpose.epsilon());
  }

  private double kept(double rate) {
    return 1 - purpose.dropout(rate);
  }

  private static DenseLayer.Builder dense(int inputs, int units) {
    return new DenseLayer.Builder().nIn(inputs).nOut(units).activation(Activation.RELU);
  }

  private static OutputLayer.Builder classes(int inputs) {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .nIn(inputs)
        .nOut(10)
        .activation(Activation.SOFTMAX);
  }

  private static OutputLayer.Builder binary(int inputs) {
    return new OutputLayer.Builder(LossFunction.XENT)
        .nIn(inputs)
        .nOut(1)
        .activation(Activation.SIGMOID);
  }

  private static EmbeddingSequenceLayer embedding(int vocabulary, int size) {
    return new EmbeddingSequenceLayer.Builder().nIn(vocabulary).nOut(size).build();
  }

  private static LastTimeStep lstm(int features, int units) {
    return new LastTimeStep(
        new LSTM.Builder()
            .nIn(features)
            .nOut(units)
            .activation(Activation.TANH)
            .gateActivationFunction(Activation.SIGMOID)
            .build());
  }

  private ComputationGraphConfiguration mlp() {
    return graph(rmsProp(), "pixels")
        .addLayer("hidden1", dense(784, 512).build(), "pixels")
        .addLayer("hidden2", dense(512, 512).dropOut(kept(0.2)).build(), "hidden1")
        .addLayer("digit", classes(512).dropOut(kept(0.2)).build(), "hidden2")
        .setOutputs("digit")
        .build();
  }

  private static ConvolutionLayer convolution(int channels, int filters) {
    return new ConvolutionLayer.Builder(3, 3)
        .nIn(channels)
        .nOut(filters)
        .activation(Activation.RELU)
        .build();
  }

  private ComputationGraphConfiguration cnn() {
    return graph(adam(), "picture")
        .addLayer("edges", convolution(1, 32), "picture")
        .addLayer("shapes", convolution(32, 64), "edges")
        .addLayer(
            "smaller",
            new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build(),
            "shapes")
        .addLayer("hidden", dense(12 * 12 * 64, 128).dropOut(kept(0.25)).build(), "smaller")
        .addLayer("digit", classes(128).dropOut(kept(0.5)).build(), "hidden")
        .setOutputs("digit")
        .setInputTypes(InputType.convolutional(28, 28, 1))
        .build();
  }

  private ComputationGraphConfiguration reviews() {
    return graph(adam(), "words")
        .addLayer("embedded", embedding(20_000, 128), "words")
        .addLayer("meaning", lstm(128, 128), "embedded")
        .addLayer("opinion", binary(128).build(), "meaning")
        .setOutputs("opinion")
        .build();
  }

  private ComputationGraphConfiguration news() {
    OutputLayer auxiliary =
        binary(32).lossFunction(new LossBinaryXENT(Nd4j.createFromArray(AUXILIARY_WEIGHT))).build();
    return graph(rmsProp(), "mainInput", "auxInput")
        .addLayer("embedded", embedding(10_000, 512), "mainInput")
        .addLayer("lstm", lstm(512, 32), "embedded")
        .addVertex("joined", new MergeVertex(), "lstm", "auxInput")
        .addLayer("x1", dense(32 + 5, 64).build(), "joined")
        .addLayer("x2", dense(64, 64).build(), "x1")
        .addLayer("x3", dense(64, 64).build(), "x2")
        .addLayer("mainOutput", binary(64).build(), "x3")
        .addLayer("auxOutput", auxiliary, "lstm")
        .setOutputs("mainOutput", "auxOutput")
        .build();
  }

  private ComputationGraphConfiguration smallMlp() {
    return graph(adam(), "features")
        .addLayer("hidden1", dense(20, 64).build(), "features")
        .addLayer("hidden2", dense(64, 64).build(), "hidden1")
        .addLayer("answer", binary(64).build(), "hidden2")
        .setOutputs("answer")
        .build();
  }
}
