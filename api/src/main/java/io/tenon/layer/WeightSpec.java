package io.tenon.layer;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import io.tenon.shape.Shape;

/**
 * One array of a layer's weights.
 *
 * @param name Keras's name of it, such as {@code kernel}
 * @param shape its shape, all sizes known
 * @param initializer how it begins
 * @param trainable whether an optimizer changes it; moving statistics are not trainable
 * @param ones which elements begin at 1, whatever the initializer says
 * @param regularizer what it adds to the loss
 * @param constraint what it keeps to after each update
 */
public record WeightSpec(
    String name,
    Shape shape,
    Initializer.Spec initializer,
    boolean trainable,
    Ones ones,
    Regularizer.Spec regularizer,
    Constraint.Spec constraint) {

  /** Elements from one index up to another. */
  public record Ones(int from, int to) {
    /** None. */
    public static final Ones NONE = new Ones(0, 0);
  }

  /** A weight that begins as its initializer says. */
  public WeightSpec(String name, Shape shape, Initializer.Spec initializer, boolean trainable) {
    this(
        name,
        shape,
        initializer,
        trainable,
        Ones.NONE,
        Regularizer.Spec.NONE,
        Constraint.Spec.NONE);
  }

  /** A weight that an optimizer changes. */
  public static WeightSpec trainable(String name, Shape shape, Initializer.Spec initializer) {
    return new WeightSpec(name, shape, initializer, true);
  }

  /** The same, some of its elements beginning at 1. */
  public WeightSpec withOnes(Ones ones) {
    return new WeightSpec(name, shape, initializer, trainable, ones, regularizer, constraint);
  }

  /** The same, held down by a regularizer and a constraint. */
  public WeightSpec with(Regularizer.Spec regularizer, Constraint.Spec constraint) {
    return new WeightSpec(name, shape, initializer, trainable, ones, regularizer, constraint);
  }

  /** The same under another name. */
  public WeightSpec named(String name) {
    return new WeightSpec(name, shape, initializer, trainable, ones, regularizer, constraint);
  }

  /** The same, which no optimizer changes, and so without what would hold it down. */
  public WeightSpec frozen() {
    return new WeightSpec(
        name, shape, initializer, false, ones, Regularizer.Spec.NONE, Constraint.Spec.NONE);
  }

  /** The number of elements. */
  public long size() {
    return shape.elements().size().orElseThrow();
  }
}
