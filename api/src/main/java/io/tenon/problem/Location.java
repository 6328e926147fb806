package io.tenon.problem;

/**
 * Where in a model a problem lies. Tensors are given by their index in the declaration, since a
 * name may stand twice.
 */
public sealed interface Location {
  /**
   * The index of the tensor, or -1 for the model itself; also the order of problems. -2, -3 and so
   * on are what a model declares to be applied: shared layers, and models used as layers.
   */
  int tensor();

  /** The model as a whole. */
  record OfModel() implements Location {
    @Override
    public int tensor() {
      return -1;
    }
  }

  /** A value in the annotation that makes a type a model, by the member's name. */
  record OfModelValue(String member) implements Location {
    @Override
    public int tensor() {
      return -1;
    }
  }

  /** A tensor: the method that declares it. */
  record OfTensor(int tensor) implements Location {}

  /** One of a tensor's annotations. */
  record OfAnnotation(int tensor, Annotated annotated) implements Location {}

  /**
   * A value in one of a tensor's annotations, by the member's name; in a nested annotation, by the
   * names on the way to it, as in {@code kernelInitializer.stddev}.
   */
  record OfValue(int tensor, Annotated annotated, String member) implements Location {}

  /** One of the tensors that a tensor reads: the parameter at that index. */
  record OfInput(int tensor, int input) implements Location {}

  /** Which annotation of a tensor. */
  enum Annotated {
    /** The layer, or {@link io.tenon.Input}, that makes the tensor. */
    LAYER,
    /** {@link io.tenon.Output}. */
    OUTPUT
  }
}
