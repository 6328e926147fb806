package io.tenon.kernel;

import static io.tenon.ActivationFunction.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.ActivationFunction;
import io.tenon.Padding;
import io.tenon.dsl.Layers;
import io.tenon.layer.Attention;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.UpSampling2D;
import io.tenon.layer.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Gradients of sum(output * R) for a random R, against central differences. The functions here are
 * smooth or piecewise linear, so that a difference is wrong only at a kink, which is why a few
 * elements may disagree.
 */
class KernelGradientTest {
  private static final float STEP = 1e-2f;
  private static final double TOLERANCE = 2e-2;
  private static final double SHARE_AT_KINKS = 0.05;

  record Case(String name, LayerSpec spec, List<long[]> shapes) {
    Case(String name, LayerSpec spec, long[]... shapes) {
      this(name, spec, List.of(shapes));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (ActivationFunction function : ActivationFunction.values()) {
      cases.add(
          new Case(
              "Dense " + function, Layers.dense(4).activation(function).get(), new long[] {3, 5}));
      cases.add(
          new Case(
              "Activation " + function, Layers.activation(function).get(), new long[] {2, 3, 4}));
    }
    cases.add(new Case("Dense on a series", Layers.dense(3).get(), new long[] {2, 4, 5}));
    cases.add(new Case("Dense no bias", Layers.dense(3).useBias(false).get(), new long[] {2, 5}));
    for (Padding padding : new Padding[] {Padding.VALID, Padding.SAME}) {
      for (int stride : new int[] {1, 2, 3}) {
        cases.add(
            new Case(
                "Conv2D %s strides %d".formatted(padding, stride),
                Layers.conv2D(3, 3, 2).strides(stride).padding(padding).get(),
                new long[] {2, 7, 6, 4}));
        cases.add(
            new Case(
                "MaxPooling2D %s strides %d".formatted(padding, stride),
                Layers.maxPooling2D().poolSize(3, 2).strides(stride).padding(padding).get(),
                new long[] {2, 7, 6, 3}));
      }
      cases.add(
          new Case(
              "Conv2D %s dilated".formatted(padding),
              Layers.conv2D(3, 3).dilationRate(2).padding(padding).get(),
              new long[] {2, 7, 6, 2}));
      cases.add(
          new Case(
              "Conv2D %s groups".formatted(padding),
              Layers.conv2D(6, 3).groups(2).padding(padding).get(),
              new long[] {2, 6, 5, 4}));
    }
    cases.add(
        new Case(
            "Conv2D gelu 16 filters",
            Layers.conv2D(16, 3).activation(ActivationFunction.GELU).get(),
            new long[] {2, 5, 5, 16}));
    cases.add(
        new Case(
            "Conv2D softmax no bias",
            Layers.conv2D(3, 2).activation(ActivationFunction.SOFTMAX).useBias(false).get(),
            new long[] {2, 4, 4, 2}));
    cases.add(new Case("Identity", Layers.identity().get(), new long[] {2, 3}));
    cases.add(
        new Case(
            "EinsumDense",
            Layers.einsumDense("abc,cde->abde", -1, 2, 3).biasAxes("de").activation(TANH).get(),
            new long[] {2, 3, 4}));
    cases.add(new Case("Flatten", Layers.flatten().get(), new long[] {2, 3, 4, 2}));
    cases.add(new Case("Reshape", Layers.reshape(4, -1).get(), new long[] {2, 3, 4, 2}));
    cases.add(new Case("Dropout when predicting", Layers.dropout(0.5).get(), new long[] {2, 6}));
    cases.add(
        new Case(
            "Concatenate last axis",
            Layers.concatenate().get(),
            new long[] {2, 3, 4},
            new long[] {2, 3, 1}));
    cases.add(
        new Case(
            "Concatenate first axis",
            Layers.concatenate().axis(1).get(),
            new long[] {2, 3, 4},
            new long[] {2, 1, 4},
            new long[] {2, 2, 4}));
    long[] series = {2, 7, 3};
    long[] volume = {2, 4, 5, 4, 2};
    cases.add(new Case("Conv1D causal", Layers.conv1D(3, 3).padding(Padding.CAUSAL).get(), series));
    cases.add(new Case("Conv3D", Layers.conv3D(3, 2).get(), volume));
    cases.add(new Case("MaxPooling1D", Layers.maxPooling1D().get(), series));
    cases.add(new Case("AveragePooling1D", Layers.averagePooling1D().get(), series));
    cases.add(
        new Case(
            "AveragePooling2D same",
            Layers.averagePooling2D().poolSize(3).padding(Padding.SAME).get(),
            new long[] {2, 5, 4, 3}));
    cases.add(new Case("AveragePooling3D", Layers.averagePooling3D().get(), volume));
    cases.add(
        new Case(
            "AdaptiveMaxPooling2D",
            Layers.adaptiveMaxPooling2D(2, 3).get(),
            new long[] {2, 5, 4, 3}));
    cases.add(
        new Case(
            "AdaptiveAveragePooling3D", Layers.adaptiveAveragePooling3D(2, 3, 1).get(), volume));
    cases.add(new Case("GlobalMaxPooling1D", Layers.globalMaxPooling1D().get(), series));
    cases.add(
        new Case(
            "GlobalAveragePooling3D",
            Layers.globalAveragePooling3D().keepdims(true).get(),
            volume));
    long[] whole = {2, 3, 4};
    long[] row = {2, 1, 4};
    cases.add(new Case("Add", Layers.add().get(), whole, whole, row));
    cases.add(new Case("Subtract", Layers.subtract().get(), row, whole));
    cases.add(new Case("Multiply", Layers.multiply().get(), whole, row, whole));
    cases.add(new Case("Average", Layers.average().get(), whole, whole, whole));
    cases.add(new Case("Maximum", Layers.maximum().get(), whole, row));
    cases.add(new Case("Minimum", Layers.minimum().get(), whole, whole));
    cases.add(new Case("Glu", Layers.glu().get(), new long[] {2, 3, 4}));
    cases.add(new Case("Threshold", Layers.threshold(0.2, -1).get(), whole));
    cases.add(
        new Case("Rescaling of channels", Layers.rescaling(1, 2, 3, 4).offset(1).get(), whole));
    cases.add(new Case("Permute", Layers.permute(3, 1, 2).get(), new long[] {2, 3, 4, 2}));
    cases.add(new Case("RepeatVector", Layers.repeatVector(3).get(), new long[] {2, 5}));
    cases.add(
        new Case(
            "Cropping2D", Layers.cropping2D().cropping(1, 0, 2, 1).get(), new long[] {2, 4, 5, 2}));
    cases.add(new Case("ZeroPadding1D", Layers.zeroPadding1D().padding(2).get(), series));
    cases.add(new Case("ZeroPadding3D", Layers.zeroPadding3D().padding(1, 0, 2).get(), volume));
    cases.add(new Case("UpSampling1D", Layers.upSampling1D().size(3).get(), series));
    cases.add(
        new Case("UpSampling2D", Layers.upSampling2D().size(2, 3).get(), new long[] {2, 3, 4, 2}));
    for (UpSampling2D.Interpolation how : UpSampling2D.Interpolation.values()) {
      cases.add(
          new Case(
              "UpSampling2D " + how,
              Layers.upSampling2D().size(3, 2).interpolation(how).get(),
              new long[] {2, 4, 3, 2}));
    }
    cases.add(new Case("UpSampling3D", Layers.upSampling3D().get(), volume));
    addConvolutions(cases);
    addRecurrent(cases);
    addAttention(cases);
    addNormalizations(cases);
    return cases.stream();
  }

  private static void addConvolutions(List<Case> cases) {
    long[] image = {2, 5, 4, 3};
    for (Padding padding : new Padding[] {Padding.VALID, Padding.SAME}) {
      cases.add(
          new Case(
              "Conv2DTranspose " + padding,
              Layers.conv2DTranspose(2, 3).strides(2).padding(padding).get(),
              image));
      cases.add(
          new Case(
              "DepthwiseConv2D " + padding,
              Layers.depthwiseConv2D(3).depthMultiplier(2).padding(padding).get(),
              image));
    }
    cases.add(
        new Case(
            "Conv1DTranspose output padding",
            Layers.conv1DTranspose(2, 3).strides(3).outputPadding(1).get(),
            new long[] {2, 4, 3}));
    cases.add(
        new Case(
            "Conv3DTranspose", Layers.conv3DTranspose(2, 2).get(), new long[] {2, 3, 2, 3, 2}));
    cases.add(
        new Case(
            "DepthwiseConv1D causal",
            Layers.depthwiseConv1D(3).padding(Padding.CAUSAL).dilationRate(2).get(),
            new long[] {2, 7, 3}));
    cases.add(
        new Case(
            "SeparableConv2D",
            Layers.separableConv2D(4, 3).depthMultiplier(2).activation(TANH).get(),
            image));
    cases.add(
        new Case(
            "ConvLSTM2D sequences",
            Layers.convLSTM2D(2, 3).padding(Padding.SAME).returnSequences(true).get(),
            new long[] {2, 3, 4, 4, 2}));
    cases.add(
        new Case(
            "ConvLSTM2D backwards",
            Layers.convLSTM2D(2, 2).strides(2).goBackwards(true).get(),
            new long[] {2, 3, 4, 4, 1}));
  }

  private static void addRecurrent(List<Case> cases) {
    long[] series = {2, 4, 3};
    long[] state = {2, 5};
    cases.add(new Case("LSTM with a first state", Layers.lstm(5).get(), series, state, state));
    cases.add(
        new Case(
            "GRU with a first state", Layers.gru(5).returnSequences(true).get(), series, state));
    cases.add(
        new Case(
            "Bidirectional",
            Layers.bidirectional(Layers.gru(3).returnSequences(true)).get(),
            series));
    cases.add(
        new Case(
            "TimeDistributed",
            Layers.timeDistributed(Layers.separableConv1D(2, 2)).get(),
            new long[] {2, 3, 5, 2}));
  }

  private static void addAttention(List<Case> cases) {
    long[] query = {2, 3, 4};
    long[] value = {2, 5, 4};
    cases.add(new Case("Attention of itself", Layers.attention().get(), query));
    cases.add(
        new Case(
            "Attention",
            Layers.attention().useScale(true).get(),
            query,
            new long[] {2, 5, 2},
            value));
    cases.add(
        new Case(
            "Attention by sums",
            Layers.attention().useScale(true).scoreMode(Attention.ScoreMode.CONCAT).get(),
            query,
            value));
    cases.add(new Case("AdditiveAttention", Layers.additiveAttention().get(), query, value));
    cases.add(
        new Case(
            "MultiHeadAttention along columns",
            Layers.multiHeadAttention(2, 3).attentionAxes(2).outputShape(3, 2).get(),
            new long[] {2, 3, 4, 3},
            new long[] {2, 3, 2, 2}));
    cases.add(
        new Case(
            "MultiHeadAttention causal",
            Layers.multiHeadAttention(2, 3).useCausalMask(true).get(),
            query));
    cases.add(
        new Case(
            "MultiHeadAttention",
            Layers.multiHeadAttention(2, 3).valueDim(2).outputShape(5).useBias(false).get(),
            query,
            new long[] {2, 5, 6},
            value));
    cases.add(new Case("Dot", Layers.dot(2, 1).get(), query, new long[] {2, 4, 3}));
    cases.add(
        new Case(
            "Dot of images", Layers.dot(1).get(), new long[] {2, 3, 2, 2}, new long[] {2, 3, 4}));
    cases.add(new Case("Dot normalized", Layers.dot(1).normalize(true).get(), state(), state()));
  }

  private static long[] state() {
    return new long[] {2, 5};
  }

  private static void addNormalizations(List<Case> cases) {
    long[] image = {2, 3, 2, 4};
    cases.add(new Case("RMSNormalization", Layers.rmsNormalization().axis(2, 3).get(), image));
    cases.add(
        new Case(
            "LayerNormalization with its mean",
            Layers.layerNormalization().rmsScaling(true).get(),
            image));
    cases.add(new Case("GroupNormalization", Layers.groupNormalization().groups(2).get(), image));
    cases.add(new Case("UnitNormalization", Layers.unitNormalization().get(), image));
    cases.add(
        new Case("UnitNormalization axes", Layers.unitNormalization().axis(1, 2).get(), image));
    cases.add(new Case("PReLU", Layers.prelu().sharedAxes(1, 2).get(), image));
    cases.add(
        new Case("ReLU", Layers.relu().maxValue(1).negativeSlope(0.1).threshold(0.2).get(), image));
    cases.add(new Case("Masking", Layers.masking().get(), new long[] {2, 3, 4}));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithDifferences(Case which) {
    try (LayerRun run =
        new LayerRun(which.spec, which.shapes.toArray(long[][]::new)).randomize(7)) {
      INDArray factors = run.forward().dup();
      LayerRun.fill(factors, new Random(3), 1);
      run.outputGradient().assign(factors);
      run.backward();
      for (int i = 0; i < run.inputCount(); i++) {
        check(run, factors, run.input(i), run.inputGradient(i).dup(), "input " + i);
      }
      for (WeightSpec weight : run.node().weights()) {
        check(run, factors, run.weight(weight), run.weightGradient(weight).dup(), weight.name());
      }
    }
  }

  private static void check(
      LayerRun run, INDArray factors, INDArray values, INDArray gradient, String what) {
    int wrong = 0;
    StringBuilder found = new StringBuilder();
    for (long i = 0; i < values.length(); i++) {
      float value = values.getFloat(i);
      values.putScalar(i, value + STEP);
      double above = objective(run.forward(), factors);
      values.putScalar(i, value - STEP);
      double below = objective(run.forward(), factors);
      values.putScalar(i, value);
      double difference = (above - below) / (2 * STEP);
      double given = gradient.getFloat(i);
      if (Math.abs(difference - given) > TOLERANCE * Math.max(1, Math.abs(difference))) {
        wrong++;
        found.append("%n  [%d] difference %.4f, gradient %.4f".formatted(i, difference, given));
      }
    }
    assertThat(wrong)
        .as("%s: gradients that disagree:%s", what, found)
        .isLessThanOrEqualTo((int) (SHARE_AT_KINKS * values.length()));
  }

  private static double objective(INDArray output, INDArray factors) {
    float[] left = output.dup('c').data().asFloat();
    float[] right = factors.data().asFloat();
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return sum;
  }
}
