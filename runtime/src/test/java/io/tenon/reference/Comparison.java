package io.tenon.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenon.DataType;
import io.tenon.kernel.LayerRun;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.WeightSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A layer as it runs beside its reference, on random numbers: what it gives, and the gradients of
 * sum(output * R) for a random R, which the reference gives by central differences in double
 * precision.
 */
final class Comparison {
  private static final double TOLERANCE = 2e-5;
  private static final double GRADIENT_TOLERANCE = 2e-4;
  private static final double STEP = 1e-6;

  /** How many elements of each gradient are compared. */
  private static final int ELEMENTS = 12;

  private final LayerSpec spec;
  private final List<Numbers> inputs;
  private final Random random;
  private DataType type = DataType.FLOAT32;
  private List<@Nullable Numbers> masks = List.of();
  private @Nullable Numbers expectedMask;
  private boolean masksCompared;
  private boolean training;
  private double weightScale = 0.5;
  private boolean positiveWeights;
  private boolean valuesAlone;

  private Comparison(LayerSpec spec, Random random, List<Numbers> inputs) {
    this.spec = spec;
    this.random = random;
    this.inputs = inputs;
  }

  /** A layer that reads random tensors of these shapes. */
  static Comparison of(LayerSpec spec, Random random, int[]... shapes) {
    return new Comparison(
        spec,
        random,
        Arrays.stream(shapes).map(shape -> Numbers.random(random, 1, shape)).toList());
  }

  /** A layer that reads these tensors. */
  static Comparison of(LayerSpec spec, Random random, Numbers... inputs) {
    return new Comparison(spec, random, List.of(inputs));
  }

  /** A layer that reads these tokens, and gives them no gradient. */
  static Comparison ofTokens(LayerSpec spec, Random random, Numbers tokens) {
    Comparison comparison = new Comparison(spec, random, List.of(tokens));
    comparison.type = DataType.INT32;
    return comparison;
  }

  /** Has the inputs be masked so, each (batch, time) of 0 and 1; all alike if one is given. */
  Comparison masked(Numbers... counts) {
    return masked(
        counts.length == 1 ? Collections.nCopies(inputs.size(), counts[0]) : List.of(counts));
  }

  /** The same, where those without a mask have null. */
  Comparison masked(List<@Nullable Numbers> counts) {
    this.masks = counts;
    return this;
  }

  /** Has the result be masked so; null for no mask. */
  Comparison givesMask(@Nullable Numbers counts) {
    this.expectedMask = counts;
    this.masksCompared = true;
    return this;
  }

  /** Has the layer run as in training. */
  Comparison inTraining() {
    this.training = true;
    return this;
  }

  /** Has all weights be above 0, as a variance is. */
  Comparison positiveWeights() {
    this.positiveWeights = true;
    return this;
  }

  /** Compares no gradients: for a reference in single precision. */
  Comparison valuesAlone() {
    this.valuesAlone = true;
    return this;
  }

  /** Draws weights of that size. */
  Comparison weightScale(double scale) {
    this.weightScale = scale;
    return this;
  }

  /** Asserts that the layer does what the reference says. */
  void agreesWith(Reference reference) {
    long[][] shapes =
        inputs.stream()
            .map(input -> Arrays.stream(input.sizes).asLongStream().toArray())
            .toArray(long[][]::new);
    List<Boolean> masked =
        IntStream.range(0, shapes.length).mapToObj(i -> mask(i) != null).toList();
    try (LayerRun run = new LayerRun(spec, type, masked, shapes)) {
      List<Numbers> weights = fill(run);
      if (training) {
        run.forwardInTraining();
      } else {
        run.forward();
      }
      List<Numbers> expected = reference.run(inputs, weights);
      assertThat(run.outputs()).as(what("outputs")).hasSize(expected.size());
      List<Numbers> factors = new ArrayList<>();
      for (int i = 0; i < expected.size(); i++) {
        String output = run.outputs().get(i);
        close(what(output), Numbers.of(run.output(output)), expected.get(i));
        factors.add(Numbers.random(random, 1, expected.get(i).sizes));
        factors.get(i).copyTo(run.outputGradient(output));
      }
      compareMask(run);
      if (valuesAlone) {
        return;
      }
      run.backward();
      Differences differences = new Differences(reference, inputs, weights, factors);
      for (int i = 0; i < inputs.size() && type == DataType.FLOAT32; i++) {
        Numbers found = Numbers.of(run.inputGradient(i));
        compare("gradient of input " + i, found, inputs.get(i), differences);
      }
      List<WeightSpec> specs = run.node().weights();
      for (int i = 0; i < specs.size(); i++) {
        if (specs.get(i).trainable()) {
          Numbers found = Numbers.of(run.weightGradient(specs.get(i)));
          compare("gradient of " + specs.get(i).name(), found, weights.get(i), differences);
        }
      }
    }
  }

  private @Nullable Numbers mask(int input) {
    return masks.isEmpty() ? null : masks.get(input);
  }

  private void compareMask(LayerRun run) {
    if (masksCompared) {
      assertThat(run.node().type().masked()).as(what("mask")).isEqualTo(expectedMask != null);
    }
    if (expectedMask != null) {
      assertThat(Numbers.of(run.outputMask()).values)
          .as(what("mask"))
          .isEqualTo(expectedMask.values);
    }
  }

  private List<Numbers> fill(LayerRun run) {
    for (int i = 0; i < inputs.size(); i++) {
      inputs.get(i).copyTo(run.input(i));
      Numbers mask = mask(i);
      if (mask != null) {
        mask.copyTo(run.mask(i));
      }
    }
    List<Numbers> weights = new ArrayList<>();
    for (WeightSpec weight : run.node().weights()) {
      int[] sizes = Arrays.stream(weight.shape().sizes()).mapToInt(Math::toIntExact).toArray();
      Numbers drawn = Numbers.random(random, weightScale, sizes);
      if (positiveWeights) {
        Arrays.setAll(drawn.values, i -> (float) (0.2 + Math.abs(drawn.values[i])));
      }
      drawn.copyTo(run.weight(weight));
      weights.add(drawn);
    }
    return weights;
  }

  private void close(String what, Numbers found, Numbers expected) {
    assertThat(found.sizes).as(what).isEqualTo(expected.sizes);
    for (int i = 0; i < expected.values.length; i++) {
      double wanted = expected.values[i];
      assertThat(found.values[i])
          .as("%s %s", what, Arrays.toString(expected.position(i)))
          .isCloseTo(wanted, within(TOLERANCE * Math.max(1, Math.abs(wanted))));
    }
  }

  private void compare(String what, Numbers found, Numbers of, Differences differences) {
    int[] some =
        of.values.length <= ELEMENTS
            ? IntStream.range(0, of.values.length).toArray()
            : random.ints(ELEMENTS, 0, of.values.length).toArray();
    assertThat(found.sizes).as(what(what)).isEqualTo(of.sizes);
    for (int i : some) {
      double difference = differences.of(of, i, STEP);
      if (!Double.isNaN(difference)) {
        assertThat(found.values[i])
            .as("%s %s", what(what), Arrays.toString(of.position(i)))
            .isCloseTo(difference, within(GRADIENT_TOLERANCE * Math.max(1, Math.abs(difference))));
      }
    }
  }

  private String what(String part) {
    return "%s of %s on %s%s".formatted(part, spec, inputs, masks.isEmpty() ? "" : ", masked");
  }
}
