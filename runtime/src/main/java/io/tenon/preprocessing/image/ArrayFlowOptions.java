package io.tenon.preprocessing.image;

/** How images of an array come in batches. */
public final class ArrayFlowOptions extends FlowOptions<ArrayFlowOptions> {
  /** The defaults. */
  public ArrayFlowOptions() {}

  @Override
  ArrayFlowOptions self() {
    return this;
  }
}
