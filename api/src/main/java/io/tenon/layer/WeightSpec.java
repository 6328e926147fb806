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
 */
public record WeightSpec(
    String name, Shape shape, Initializer.Spec initializer, boolean trainable) {

  /** A weight that an optimizer changes. */
  public static WeightSpec trainable(String name, Shape shape, Initializer.Spec initializer) {
    return new WeightSpec(name, shape, initializer, true);
  }

  /** The number of elements. */
  public long size() {
    return shape.elements().size().orElseThrow();
  }
}
