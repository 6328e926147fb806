package io.tenon.reference;

import java.util.List;

/** A layer, written to be read and not to be fast. */
interface Reference {
  /**
   * What the layer gives, and behind it its states.
   *
   * @param inputs what it reads, each (batch, ...)
   * @param weights its weights, in Keras's order
   */
  List<Numbers> run(List<Numbers> inputs, List<Numbers> weights);

  /** A layer with one result. */
  interface One {
    /** What the layer gives. */
    Numbers run(List<Numbers> inputs, List<Numbers> weights);
  }

  /** A layer with one input and one result. */
  interface Plain {
    /** What the layer gives. */
    Numbers run(Numbers input, List<Numbers> weights);
  }

  static Reference one(One reference) {
    return (inputs, weights) -> List.of(reference.run(inputs, weights));
  }

  static Reference plain(Plain reference) {
    return (inputs, weights) -> List.of(reference.run(inputs.get(0), weights));
  }
}
