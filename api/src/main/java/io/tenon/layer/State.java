package io.tenon.layer;

import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * A state that a recurrent layer gives besides its result, as Keras's {@code return_state} does.
 *
 * <p>Input: what a layer with {@code returnState} gives, or a {@link Bidirectional} one that merges
 * nothing. Output shape: (batch, units), of a {@link ConvLSTM2D} (batch, height, width, filters);
 * of the way backwards, that of the result. Weights: none.
 *
 * <pre>{@code
 * @LSTM(units = 64, returnState = true) Vector encoded(Series words);
 * @State                                Vector hidden(Vector encoded);
 * @State(1)                             Vector memory(Vector encoded);
 * }</pre>
 */
@Documented
@LayerDefinition(State.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface State {
  /**
   * Which one: 0 is the last output, 1 the memory of an LSTM; of a {@link Bidirectional} layer
   * those of the way forwards, then those of the way backwards; before them, if it merges nothing,
   * the result of the way backwards.
   */
  int value() default 0;

  /** {@link State} as a value. */
  record Spec(int index) implements LayerSpec {
    /** Refuses a negative index. */
    public Spec {
      Require.notNegative("index", index);
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      List<Shape> states = inputs.get(0).states();
      if (states.isEmpty()) {
        throw new LayerException(Problem.TYPE_MISMATCH, "what @State reads has no state")
            .atInput(0)
            .remedy(
                "Read a recurrent layer that has returnState = true, or a",
                "@Bidirectional(mergeMode = NONE).");
      }
      if (index >= states.size()) {
        throw Require.invalid("index", index, "must be less than " + states.size())
            .remedy(
                switch (states.size()) {
                  case 1 -> "It has one state:  @State";
                  case 2 -> "Use @State or @State(1).";
                  default -> "Use one of @State to @State(%d).".formatted(states.size() - 1);
                });
      }
      return new Inference(TensorType.float32(states.get(index)), "state " + index);
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.USES;
    }

    /** What goes over the same steps as the result is masked as that is. */
    @Override
    public boolean masks(List<TensorType> inputs) {
      TensorType result = inputs.get(0);
      return result.masked() && result.states().get(index).equals(result.shape());
    }
  }
}
