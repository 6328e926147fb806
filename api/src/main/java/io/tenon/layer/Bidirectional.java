package io.tenon.layer;

import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a series with a recurrent layer forwards and with another backwards, and merges what they
 * give. As {@code keras.layers.Bidirectional}; Schuster and Paliwal, 1997. Written before the layer
 * that it wraps.
 *
 * <p>Input shape: that of the layer. Output shape: that of the layer, for CONCAT with twice as many
 * features. The first states may be given as inputs more, and with {@code returnState} the last
 * ones are read by {@link State}: those of the way forwards, then those of the way backwards. So is
 * the result of the way backwards where nothing is merged. Weights: those of the layer twice,
 * {@code forward/...} and {@code backward/...}.
 *
 * <pre>{@code
 * @Bidirectional @LSTM(units = 32) Vector meaning(Series words);
 *
 * @Bidirectional(mergeMode = NONE) @GRU(units = 32, returnSequences = true)
 * Series forwards(Series words);
 * @State Series backwards(Series forwards);
 * }</pre>
 */
@Documented
@LayerDefinition(Bidirectional.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Bidirectional {
  /** What is made of both results. */
  MergeMode mergeMode() default MergeMode.CONCAT;

  /** What is made of the results of both directions. */
  enum MergeMode {
    /** One after the other along the features. */
    CONCAT,
    /** Their sum. */
    SUM,
    /** Their product. */
    MUL,
    /** Their mean. */
    AVE,
    /**
     * Nothing: the layer gives what the way forwards does, and {@link State} 0 is what the way
     * backwards does, before all other states.
     */
    NONE
  }

  /** {@link Bidirectional} as a value. */
  record Spec(LayerSpec layer, @KerasForm(noneIsNull = true) MergeMode mergeMode)
      implements WrapperSpec {
    /** Refuses a layer that is not recurrent, or goes backwards. */
    public Spec {
      if (!(layer instanceof StepwiseSpec recurrent)) {
        throw new LayerException(
                Problem.INVALID_VALUE,
                "@Bidirectional wraps a recurrent layer, found @" + layer.className())
            .remedy("Wrap an @LSTM, a @GRU, a @SimpleRNN or a @ConvLSTM2D.");
      }
      if (recurrent.goBackwards()) {
        throw new LayerException(
                Problem.INVALID_VALUE,
                "a layer within @Bidirectional reads forwards; another goes backwards beside it")
            .at("goBackwards")
            .remedy("Drop goBackwards.");
      }
      // Both directions of a series give 0 there, whatever the layer says, as Keras has it.
      layer = recurrent.withZeroOutputForMask(false);
    }

    /** The layer that is wrapped. */
    public StepwiseSpec recurrent() {
      return (StepwiseSpec) layer;
    }

    @Override
    public List<TensorType> wrapped(List<TensorType> inputs) {
      return inputs;
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.NONE
          .wrapped("zero_output_for_mask", recurrent().returnSequences())
          .mirror("backward_layer", "go_backwards")
          .argument("mask", null)
          .inputs("sequences", "initial_state...");
    }

    @Override
    public InputCount inputCount() {
      return recurrent().stateCount() == 1
          ? InputCount.ONE_AND_TWO_STATES
          : InputCount.ONE_AND_FOUR_STATES;
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      Inference one = layer.infer(inputs);
      List<Shape> states = new ArrayList<>(one.output().states());
      states.addAll(one.output().states());
      Shape shape = one.output().shape();
      if (mergeMode == MergeMode.NONE) {
        states.add(0, shape);
      }
      if (mergeMode != MergeMode.CONCAT) {
        return new Inference(TensorType.float32(shape).withStates(states), one.arithmetic());
      }
      Axis both = shape.last().times(2);
      return new Inference(
          TensorType.float32(shape.withLast(both)).withStates(states),
          "both directions: 2 * %s = %s".formatted(shape.last(), both));
    }

    @Override
    public boolean masks(List<TensorType> inputs) {
      return layer.masks(inputs);
    }

    @Override
    public MaskUse maskUse() {
      return layer.maskUse();
    }

    @Override
    public List<WeightSpec> weights(List<TensorType> inputs) {
      List<WeightSpec> weights = new ArrayList<>();
      for (String direction : List.of("forward", "backward")) {
        layer
            .weights(inputs)
            .forEach(weight -> weights.add(weight.named(direction + "/" + weight.name())));
      }
      return List.copyOf(weights);
    }
  }
}
