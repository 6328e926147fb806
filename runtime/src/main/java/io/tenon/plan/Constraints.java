package io.tenon.plan;

import io.tenon.Constraint;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.layer.WeightSpec;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/** Brings weights back to what their constraints ask, after each update. */
public final class Constraints {
  /** Keras's {@code epsilon}: keeps a norm of 0 from being divided by. */
  private static final double EPSILON = 1e-7;

  private final Parameters parameters;
  private final List<Constrained> weights = new ArrayList<>();

  /** The constraints of a graph's weights. */
  public Constraints(Graph graph, Parameters parameters) {
    this.parameters = parameters;
    for (Node node : graph.layers()) {
      for (WeightSpec weight : node.weights()) {
        if (weight.trainable() && !weight.constraint().isNone()) {
          weights.add(new Constrained(weight, node.layer(), parameters));
        }
      }
    }
  }

  /** Applies all. */
  public void apply() {
    for (int i = 0; i < weights.size(); i++) {
      weights.get(i).apply();
    }
    parameters.changed();
  }

  /** One weight, its elements grouped by the norm that they count in. */
  private static final class Constrained {
    private final Constraint.Spec constraint;
    private final FloatBuffer weight;
    private final float[] values;
    private final long[] shape;
    private final int[] groups;
    private final double[] norms;

    Constrained(WeightSpec spec, String layer, Parameters parameters) {
      this.constraint = spec.constraint();
      this.shape = spec.shape().sizes();
      int size = (int) spec.size();
      this.weight =
          new FloatPointer(parameters.pointer(layer, spec.name())).capacity(size).asBuffer();
      this.values = new float[size];
      this.groups = groups(shape, size, layer + "/" + spec.name());
      this.norms = new double[size == 0 ? 0 : Arrays.stream(groups).max().getAsInt() + 1];
    }

    /** Elements that differ in the constraint's axes alone are of one group. */
    private int[] groups(long[] shape, int size, String name) {
      boolean[] summed = new boolean[shape.length];
      for (int axis : constraint.axis()) {
        int index = axis < 0 ? shape.length + axis : axis;
        if (index < 0 || index >= shape.length) {
          throw new IllegalArgumentException(
              "%s: a constraint's axis must be between %d and %d, found %d"
                  .formatted(name, -shape.length, shape.length - 1, axis));
        }
        summed[index] = true;
      }
      int[] groups = new int[size];
      for (int i = 0; i < size; i++) {
        long rest = i;
        long group = 0;
        long stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
          if (!summed[axis]) {
            group += rest % shape[axis] * stride;
            stride *= shape[axis];
          }
          rest /= shape[axis];
        }
        groups[i] = (int) group;
      }
      return groups;
    }

    void apply() {
      weight.get(0, values);
      if (constraint.function() != null) {
        constraint.function().apply(values, shape);
      } else if (constraint.kind() == Constraint.Kind.NON_NEG) {
        for (int i = 0; i < values.length; i++) {
          values[i] = Math.max(values[i], 0);
        }
      } else {
        Arrays.fill(norms, 0);
        for (int i = 0; i < values.length; i++) {
          norms[groups[i]] += (double) values[i] * values[i];
        }
        for (int i = 0; i < values.length; i++) {
          double norm = Math.sqrt(norms[groups[i]]);
          values[i] = (float) (values[i] * (wanted(norm) / (EPSILON + norm)));
        }
      }
      weight.put(0, values);
    }

    private double wanted(double norm) {
      return switch (constraint.kind()) {
        case MAX_NORM -> Math.min(norm, constraint.maxValue());
        case UNIT_NORM -> 1;
        case MIN_MAX_NORM -> {
          double cut = Math.max(constraint.minValue(), Math.min(norm, constraint.maxValue()));
          yield constraint.rate() * cut + (1 - constraint.rate()) * norm;
        }
        case NONE, NON_NEG, FUNCTION -> norm;
      };
    }
  }
}
