package io.tenon.data;

/**
 * What a model can be trained and measured on: {@link Samples} by name, or those of a generated
 * model, which are typed.
 */
@FunctionalInterface
public interface SampleArrays {
  /** The arrays by the names of inputs and outputs. */
  Samples arrays();
}
