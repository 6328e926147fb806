package io.tenon.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.ActivationFunction;
import io.tenon.Padding;
import io.tenon.problem.LayerException;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Each layer's shape rule and weights. */
final class LayersTest {
  private static TensorType type(String shape) {
    return TensorType.float32(Shape.parse(shape));
  }

  private static String infer(LayerSpec layer, String... inputs) {
    return layer.infer(Arrays.stream(inputs).map(LayersTest::type).toList()).output().toString();
  }

  private static LayerSpec dense(int units, boolean bias) {
    return Specs.of(Dense.class, Map.of("units", units, "useBias", bias));
  }

  private static LayerSpec conv(
      int filters, int kernel, int stride, int dilation, int groups, Padding padding) {
    return Specs.of(
        Conv2D.class,
        Map.of(
            "filters",
            filters,
            "kernelSize",
            List.of(kernel),
            "strides",
            List.of(stride),
            "padding",
            padding,
            "dilationRate",
            List.of(dilation),
            "groups",
            groups));
  }

  @Test
  void denseChangesTheLastAxis() {
    assertThat(infer(dense(10, true), "784")).isEqualTo("10");
    assertThat(infer(dense(10, true), "time 5")).isEqualTo("time x 10");
    assertThat(dense(10, true).weights(List.of(type("time 5"))))
        .extracting(weight -> weight.name() + " " + weight.shape())
        .containsExactly("kernel 5 x 10", "bias 10");
    assertThat(dense(10, false).weights(List.of(type("5")))).hasSize(1);
  }

  @Test
  void denseNeedsToKnowItsFeatures() {
    assertThatThrownBy(() -> infer(dense(10, true), "features"))
        .isInstanceOf(LayerException.class)
        .hasMessageContaining("left open as \"features\"");
  }

  @Test
  void convolutionShrinksByItsKernel() {
    assertThat(infer(conv(4, 3, 1, 1, 1, Padding.VALID), "8 6 1")).isEqualTo("6 x 4 x 4");
    assertThat(infer(conv(4, 3, 2, 1, 1, Padding.SAME), "8 7 1")).isEqualTo("4 x 4 x 4");
    assertThat(infer(conv(4, 3, 1, 2, 1, Padding.VALID), "8 8 1")).isEqualTo("4 x 4 x 4");
    assertThat(infer(conv(4, 3, 1, 1, 1, Padding.VALID), "time 8 1"))
        .isEqualTo("(time - 2) x 6 x 4");
  }

  @Test
  void convolutionInGroupsHasASmallerKernel() {
    assertThat(conv(4, 3, 1, 1, 2, Padding.VALID).weights(List.of(type("8 8 6"))))
        .extracting(weight -> weight.shape().toString())
        .containsExactly("3 x 3 x 3 x 4", "4");
  }

  /** As a loop over the steps would count them. */
  @Property
  void convolutionCountsItsSteps(
      @ForAll @IntRange(min = 1, max = 30) int size,
      @ForAll @IntRange(min = 1, max = 5) int kernel,
      @ForAll @IntRange(min = 1, max = 4) int stride,
      @ForAll @IntRange(min = 1, max = 3) int dilation) {
    int reach = (kernel - 1) * dilation + 1;
    Assume.that(reach <= size);
    int steps = 0;
    for (int start = 0; start + reach <= size; start += stride) {
      steps++;
    }
    LayerSpec layer = conv(1, kernel, stride, dilation, 1, Padding.VALID);
    Shape named = layer.infer(List.of(type("h h 1"))).output().shape();

    assertThat(infer(layer, size + " " + size + " 1")).isEqualTo(steps + " x " + steps + " x 1");
    assertThat(named.bind(Map.of("h", (long) size))).isEqualTo(Shape.of(steps, steps, 1));
  }

  @Test
  void poolingStepsByItsSizeUnlessTold() {
    assertThat(infer(new MaxPooling2D.Spec(List.of(2), List.of(), Padding.VALID), "7 8 3"))
        .isEqualTo("3 x 4 x 3");
    assertThat(infer(new MaxPooling2D.Spec(List.of(3), List.of(1), Padding.SAME), "7 8 3"))
        .isEqualTo("7 x 8 x 3");
  }

  @Test
  void flattenMultiplies() {
    assertThat(infer(new Flatten.Spec(), "3 4 5")).isEqualTo("60");
    assertThat(infer(new Flatten.Spec(), "time 5")).isEqualTo("5 * time");
  }

  @Test
  void reshapeFillsInWhatRemains() {
    assertThat(infer(new Reshape.Spec(List.of(28, -1)), "784")).isEqualTo("28 x 28");
    assertThat(infer(new Reshape.Spec(List.of(-1, 4)), "time 8")).isEqualTo("(2 * time) x 4");
  }

  @Test
  void reshapeRefusesOtherCounts() {
    assertThatThrownBy(() -> infer(new Reshape.Spec(List.of(27, 28)), "784"))
        .hasMessage("27 x 28 = 756 elements cannot hold the 784 it reads");
  }

  @Test
  void concatenateAddsOneAxis() {
    assertThat(infer(new Concatenate.Spec(-1), "3 4", "3 5", "3 1")).isEqualTo("3 x 10");
    assertThat(infer(new Concatenate.Spec(1), "3 4", "time 4")).isEqualTo("(time + 3) x 4");
    assertThatThrownBy(() -> infer(new Concatenate.Spec(-1), "3 4", "2 4"))
        .isInstanceOf(LayerException.class);
  }

  @Test
  void dropoutAndActivationKeepTheShape() {
    assertThat(infer(Specs.of(Dropout.class, Map.of("rate", 0.5)), "3 4")).isEqualTo("3 x 4");
    assertThat(infer(new Activation.Spec(ActivationFunction.TANH), "3 4")).isEqualTo("3 x 4");
  }

  @Test
  void valuesOutOfRangeAreRefusedAtTheirMember() {
    assertThatThrownBy(() -> dense(0, true))
        .hasMessage("units must be 1 or more, found 0")
        .extracting(e -> ((LayerException) e).member().orElseThrow())
        .isEqualTo("units");
    assertThatThrownBy(() -> new Dropout.Spec(Double.NaN, List.of()))
        .isInstanceOf(LayerException.class);
    assertThatThrownBy(() -> new Concatenate.Spec(0)).isInstanceOf(LayerException.class);
    assertThatThrownBy(() -> new Reshape.Spec(List.of(0))).isInstanceOf(LayerException.class);
  }

  private static List<String> weights(LayerSpec layer, String input) {
    return layer.weights(List.of(type(input))).stream()
        .map(weight -> weight.name() + " " + weight.shape())
        .toList();
  }

  @Test
  void normalizationsHaveWeightsOfTheSizeOfTheirAxes() {
    LayerSpec batch = Specs.of(BatchNormalization.class, Map.of("axis", 1));
    LayerSpec group = Specs.of(GroupNormalization.class, Map.of("axis", -2, "groups", 2));
    LayerSpec layer = Specs.of(LayerNormalization.class, Map.of("axis", List.of(3, 1)));

    assertThat(infer(batch, "5 time 3")).isEqualTo("5 x time x 3");
    assertThat(weights(batch, "5 time 3"))
        .containsExactly("gamma 5", "beta 5", "moving_mean 5", "moving_variance 5");
    assertThat(infer(group, "time 4 3")).isEqualTo("time x 4 x 3");
    assertThat(weights(group, "time 4 3")).containsExactly("gamma 4", "beta 4");
    assertThat(infer(layer, "5 time 3")).isEqualTo("5 x time x 3");
    assertThat(weights(layer, "5 time 3")).containsExactly("gamma 3 x 5", "beta 3 x 5");
  }

  @Test
  void normalizationsRefuseAxesThatAreNotThere() {
    assertThatThrownBy(() -> infer(Specs.of(BatchNormalization.class, Map.of("axis", 2)), "5"))
        .hasMessage("axis must be between -1 and 1, but not 0, found 2");
    assertThatThrownBy(() -> Specs.of(GroupNormalization.class, Map.of("axis", 0)))
        .hasMessage("axis must not be the batch axis, found 0");
    assertThatThrownBy(
            () -> infer(Specs.of(LayerNormalization.class, Map.of("axis", List.of(2, -1))), "5 3"))
        .hasMessage("axis must not name an axis twice, found {2, -1}");
    assertThatThrownBy(() -> Specs.of(LayerNormalization.class, Map.of("axis", List.of())))
        .hasMessage("axis must name an axis, found {}");
    assertThatThrownBy(() -> infer(Specs.of(BatchNormalization.class, Map.of("axis", 1)), "time 3"))
        .hasMessageContaining("left open as \"time\"");
  }

  @Test
  void mergesRepeatWhatIsOfSize1AndWhatIsLacking() {
    MergeSpec add = new Add.Spec();
    assertThat(infer(add, "8 8 3", "1 8 1")).isEqualTo("8 x 8 x 3");
    assertThat(infer(add, "3", "8 8 3")).isEqualTo("8 x 8 x 3");
    assertThat(infer(add, "8 1", "3", "1 3")).isEqualTo("8 x 3");
    assertThat(infer(add, "time 3", "3")).isEqualTo("time x 3");
    assertThat(infer(add, "time 3", "12 3")).isEqualTo("12 x 3");
    assertThatThrownBy(() -> infer(add, "8 3", "8"))
        .hasMessageStartingWith("@Add needs equal last axes, found 8 x 3 and 8");
  }

  private static LayerSpec dropout(Integer... noiseShape) {
    return new Dropout.Spec(0.5, List.of(noiseShape));
  }

  @Test
  void dropoutsDrawForSomeAxes() {
    assertThat(infer(dropout(-1, 1, -1), "time 4")).isEqualTo("time x 4");
    assertThat(infer(dropout(1, -1, 4), "time 4")).isEqualTo("time x 4");
    assertThatThrownBy(() -> infer(dropout(1, 4), "time 4"))
        .hasMessage(
            "noiseShape needs -1, 1 or the size for the batch axis and each axis of the"
                + " time x 4 it reads, found {1, 4}");
    assertThatThrownBy(() -> infer(dropout(-1, -1, 3), "time 4"))
        .hasMessageEndingWith("found {-1, -1, 3}");
    assertThatThrownBy(() -> dropout(-1, 0))
        .hasMessage("noiseShape holds sizes of 1 or more, or -1, found {-1, 0}");
    assertThatThrownBy(() -> dropout(32, 4))
        .hasMessage("noiseShape begins with the batch axis, which is -1 or 1, found {32, 4}");
  }

  private static LayerSpec heads(boolean causal, Integer... attentionAxes) {
    return Specs.of(
        MultiHeadAttention.class,
        Map.of(
            "numHeads",
            2,
            "keyDim",
            3,
            "useCausalMask",
            causal,
            "attentionAxes",
            List.of(attentionAxes)));
  }

  @Test
  void attentionLooksAlongSomeAxes() {
    assertThat(infer(heads(true), "time 4")).isEqualTo("time x 4");
    assertThat(infer(heads(false), "5 6 4")).isEqualTo("5 x 6 x 4");
    assertThat(infer(heads(false, 2), "time 6 4", "time 7 5")).isEqualTo("time x 6 x 4");
    LayerSpec wide =
        Specs.of(
            MultiHeadAttention.class,
            Map.of("numHeads", 2, "keyDim", 3, "outputShape", List.of(7, 8)));
    assertThat(infer(wide, "5 4")).isEqualTo("5 x 7 x 8");
    assertThat(weights(wide, "5 4"))
        .endsWith("attention_output/kernel 2 x 3 x 7 x 8", "attention_output/bias 7 x 8");
  }

  @Test
  void attentionRefusesAxesThatDoNotFit() {
    assertThatThrownBy(() -> heads(false, 0, 1))
        .hasMessage("attentionAxes must hold axes of 1 or more, found {0, 1}");
    assertThatThrownBy(() -> heads(false, 2, 2))
        .hasMessage("attentionAxes must not name an axis twice, found {2, 2}");
    assertThatThrownBy(() -> infer(heads(false, 3), "5 6 4"))
        .hasMessage("attentionAxes must be between 1 and 2 for the 5 x 6 x 4 it reads, found 3");
    assertThatThrownBy(() -> infer(heads(false), "5 6 4", "5 4"))
        .hasMessage(
            "@MultiHeadAttention needs query and value of as many axes, found 5 x 6 x 4 and 5 x 4");
    assertThatThrownBy(() -> infer(heads(false, 2), "5 6 4", "4 6 4"))
        .hasMessage(
            "@MultiHeadAttention needs query and value that are equal along axis 1, which is not"
                + " among its attentionAxes, found 5 x 6 x 4 and 4 x 6 x 4");
    assertThatThrownBy(() -> infer(heads(false), "5 6 4", "5 7 4", "5 8 4"))
        .hasMessage("@MultiHeadAttention needs as many values as keys, found 7 and 8");
    assertThatThrownBy(() -> infer(heads(true), "5 6 4"))
        .hasMessage("useCausalMask goes with attention along axis 1 alone, found true");
    assertThatThrownBy(() -> heads(false, 2).infer(List.of(type("5 6 4").masked(true))))
        .hasMessage("attentionAxes must be 1 where a mask tells which of its steps count, found 2");
  }

  @Test
  void gluHalvesAnAxis() {
    assertThat(infer(new Glu.Spec(-1), "time 6")).isEqualTo("time x 3");
    assertThat(infer(new Glu.Spec(1), "4 5 6")).isEqualTo("2 x 5 x 6");
    assertThatThrownBy(() -> infer(new Glu.Spec(-1), "5"))
        .isInstanceOf(LayerException.class)
        .hasMessage("@Glu halves an axis, which needs an even size, found 5 of 5");
  }

  @Test
  void rescalingHasANumberForEachChannel() {
    LayerSpec layer = new Rescaling.Spec(List.of(1.0, 2.0), List.of(0.0));

    assertThat(infer(layer, "time 2")).isEqualTo("time x 2");
    assertThatThrownBy(() -> infer(layer, "8 8 3"))
        .isInstanceOf(LayerException.class)
        .hasMessage("scale has 2 numbers, one for each channel, found 3 channels in 8 x 8 x 3");
  }

  @Test
  void meanSquareIsTakenAlongTheLastAxes() {
    LayerSpec layer = new RMSNormalization.Spec(List.of(-1, 2), 0.001);

    assertThat(layer.weights(List.of(type("4 3 2"))))
        .extracting(weight -> weight.name() + " " + weight.shape())
        .containsExactly("scale 3 x 2");
    assertThatThrownBy(() -> infer(new RMSNormalization.Spec(List.of(1), 0.001), "4 3 2"))
        .isInstanceOf(LayerException.class)
        .hasMessage("axis must be the last axis, or the last ones, found 1");
  }

  @Test
  void additiveAttentionWeighsFeatures() {
    LayerSpec layer = Specs.of(AdditiveAttention.class, Map.of());

    assertThat(infer(layer, "3 4", "values 4")).isEqualTo("3 x 4");
    assertThat(layer.weights(List.of(type("3 4"), type("5 4"))))
        .extracting(weight -> weight.name() + " " + weight.shape())
        .containsExactly("scale 4");
  }

  @Test
  void directionsApartAreAResultAndAState() {
    LayerSpec layer = Specs.of(GRU.class, Map.of("units", 3, "returnSequences", true));
    TensorType both =
        new Bidirectional.Spec(layer, Bidirectional.MergeMode.NONE)
            .infer(List.of(type("time 4")))
            .output();

    assertThat(both.shape()).hasToString("time x 3");
    assertThat(both.states()).extracting(Shape::toString).containsExactly("time x 3");
    assertThat(both.bind(Map.of("time", 5L)).states()).containsExactly(Shape.of(5, 3));
    State.Spec backwards = new State.Spec(0);
    assertThat(backwards.infer(List.of(both)).output()).hasToString("time x 3");
    assertThat(backwards.masks(List.of(both))).isFalse();
    assertThat(backwards.masks(List.of(both.masked(true)))).isTrue();
  }

  private static LayerSpec einsum(String equation, Integer... outputShape) {
    return Specs.of(
        EinsumDense.class, Map.of("equation", equation, "outputShape", List.of(outputShape)));
  }

  @Test
  void einsumDenseFollowsItsEquation() {
    assertThat(infer(einsum("abc,cd->abd", -1, 5), "time 4")).isEqualTo("time x 5");
    assertThat(infer(einsum("abc,bd->adc", 5, -1), "3 features")).isEqualTo("5 x features");
    assertThat(infer(einsum("...x,xy->...y", 6), "height width 4")).isEqualTo("height x width x 6");
    assertThat(infer(einsum("ab...,bc->ac...", 5), "3 width 4")).isEqualTo("5 x width x 4");
    assertThat(einsum("abc,cde->abde", -1, 2, 3).weights(List.of(type("time 4"))))
        .extracting(weight -> weight.shape().toString())
        .containsExactly("4 x 2 x 3");
  }

  @Test
  void einsumDenseRefusesWhatDoesNotFit() {
    assertThatThrownBy(() -> einsum("abc,cd", -1, 5))
        .hasMessage("equation must be of an input, a kernel and a result, found \"abc,cd\"");
    assertThatThrownBy(() -> einsum("abc,cd->abe", -1, 5))
        .hasMessage("equation has e in the result alone, found \"abc,cd->abe\"");
    assertThatThrownBy(() -> einsum("abc,cd->abd", 5))
        .hasMessage("outputShape needs 2 numbers, found 5");
    assertThatThrownBy(() -> infer(einsum("abc,cd->abd", -1, 5), "3 4 2"))
        .hasMessage("equation must name the axes of an input of 4, found \"abc,cd->abd\"");
    assertThatThrownBy(() -> infer(einsum("abc,cd->abd", 2, 5), "3 4"))
        .hasMessage("outputShape gives b the size 2, and the input 3");
    assertThatThrownBy(() -> infer(einsum("abc,cd->abd", -1, -1), "3 4"))
        .hasMessage("outputShape must give the size of d, found {-1, -1}");
    assertThatThrownBy(() -> infer(einsum("abc,bd->adc", 5, -1), "time 4"))
        .isInstanceOf(LayerException.class)
        .hasMessageContaining("left open as \"time\"");
  }

  @Test
  void adaptivePoolingGivesItsSize() {
    assertThat(infer(new AdaptiveMaxPooling1D.Spec(List.of(4)), "time 2")).isEqualTo("4 x 2");
    assertThat(infer(new AdaptiveAveragePooling2D.Spec(List.of(3)), "7 width 2"))
        .isEqualTo("3 x 3 x 2");
  }
}
