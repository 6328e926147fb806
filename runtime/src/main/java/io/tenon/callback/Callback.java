package io.tenon.callback;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What is called while a model trains, as {@code keras.callbacks.Callback}. Each method does
 * nothing unless overridden. One callback serves one training at a time.
 */
public interface Callback {
  /** Before the first epoch. */
  default void onTrainBegin(Training training) {}

  /** Before the first step of an epoch. */
  default void onEpochBegin(Training training) {}

  /** After a step has changed the weights; {@link Training#logs} holds the means so far. */
  default void onBatchEnd(Training training) {}

  /** After an epoch and its validation, whose values {@link Training#logs} holds. */
  default void onEpochEnd(Training training) {}

  /**
   * When a loss is NaN or infinite, before it can change the weights. Training throws unless a
   * callback stops it here.
   *
   * @param loss the loss of that step
   */
  default void onNonFiniteLoss(Training training, double loss) {}

  /** After the last epoch, also where training was stopped. */
  default void onTrainEnd(Training training) {}

  /** Whether it is called after all others, such as to keep what they have changed. */
  default boolean isLast() {
    return false;
  }

  /**
   * What it must remember for a training to go on after a crash as if there had been none; nothing
   * by default.
   */
  default State state() {
    return State.NONE;
  }

  /** Takes back what {@link #state} gave, after {@link #onTrainBegin}. */
  default void restore(State state) {}

  /**
   * What a callback remembers.
   *
   * @param numbers numbers by name
   * @param arrays float32 arrays by name
   */
  record State(Map<String, Double> numbers, Map<String, INDArray> arrays) {
    /** Nothing. */
    public static final State NONE = new State(Map.of(), Map.of());

    /** Numbers alone. */
    public static State of(Map<String, Double> numbers) {
      return new State(numbers, Map.of());
    }

    /** A number; the other one where there is none of that name. */
    public double number(String name, double otherwise) {
      return numbers.getOrDefault(name, otherwise);
    }
  }
}
