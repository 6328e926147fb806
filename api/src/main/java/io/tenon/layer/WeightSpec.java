package io.tenon.layer;

import io.tenon.Initializer;
import io.tenon.shape.Shape;

/**
 * One array of a layer's weights.
 *
 * @param name Keras's name of it, such as {@code kernel}
 * @param shape its shape, all sizes known
 * @param initializer how it begins
 * @param trainable whether an optimizer changes it; moving statistics are not trainable
 * @param ones which elements begin at 1, whatever the initializer says
 */
public record WeightSpec(
    String name, Shape shape, Initializer.Spec initializer, boolean trainable, Ones ones) {

  /** Elements from one index up to another. */
  public record Ones(int from, int to) {
    /** None. */
    public static final Ones NONE = new Ones(0, 0);
  }

  /** A weight that begins as its initializer says. */
  public WeightSpec(String name, Shape shape, Initializer.Spec initializer, boolean trainable) {
    this(name, shape, initializer, trainable, Ones.NONE);
  }

  /** A weight that an optimizer changes. */
  public static WeightSpec trainable(String name, Shape shape, Initializer.Spec initializer) {
    return new WeightSpec(name, shape, initializer, true);
  }

  /** The same, some of its elements beginning at 1. */
  public WeightSpec withOnes(Ones ones) {
    return new WeightSpec(name, shape, initializer, trainable, ones);
  }

  /** The number of elements. */
  public long size() {
    return shape.elements().size().orElseThrow();
  }
}
