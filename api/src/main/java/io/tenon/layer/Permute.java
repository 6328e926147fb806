package io.tenon.layer;

import io.tenon.shape.Axis;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Puts the axes in another order, as {@code keras.layers.Permute}.
 *
 * <p>Input shape: any. Output shape: the axes as {@link #value} orders them. Weights: none.
 *
 * <pre>{@code
 * @Permute({2, 1}) Series turned(Series steps);
 * }</pre>
 */
@Documented
@LayerDefinition(Permute.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Permute {
  /** Which axis comes where, the first after the batch being 1. */
  int[] value();

  /** {@link Permute} as a value. */
  record Spec(List<Integer> dims) implements LayerSpec {
    /** Refuses what is not an order of the axes 1 to n. */
    public Spec {
      dims = List.copyOf(dims);
      for (int axis = 1; axis <= dims.size(); axis++) {
        if (!dims.contains(axis)) {
          throw Require.invalid("dims", dims, "holds each of 1 to %d once".formatted(dims.size()))
              .remedy("To turn rows into columns:  @Permute({2, 1})");
        }
      }
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      Shape shape = inputs.get(0).shape();
      if (shape.rank() != dims.size()) {
        throw Require.invalid(
            "dims", dims, "orders the %d axes of %s".formatted(shape.rank(), shape));
      }
      List<Axis> axes = dims.stream().map(dim -> shape.axis(dim - 1)).toList();
      return Inference.of(inputs.get(0).withShape(Shape.of(axes)));
    }
  }
}
