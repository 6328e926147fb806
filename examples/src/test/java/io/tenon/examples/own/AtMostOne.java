package io.tenon.examples.own;

import io.tenon.Constraint;

/** A constraint of one's own: no weight is above 1. */
public final class AtMostOne implements Constraint.Function {
  @Override
  public void apply(float[] values, long[] shape) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.min(1, values[i]);
    }
  }
}
