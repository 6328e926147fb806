package io.tenon.layer;

import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Gives the elements of each sample another shape, in the same order, as {@code
 * keras.layers.Reshape}.
 *
 * <p>Input shape: any. Output shape: (batch, the given sizes), of as many elements. Weights: none.
 *
 * <pre>{@code
 * @Reshape({28, 28, 1}) Image photo(Vector pixels);
 * @Reshape({-1, 16})    Series steps(Vector features);
 * }</pre>
 */
@Documented
@LayerDefinition(Reshape.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Reshape {
  /** The sizes without the batch axis; one may be -1, for what remains. */
  int[] value();

  /** {@link Reshape} as a value. */
  record Spec(List<Integer> targetShape) implements LayerSpec {
    private static final int REMAINS = -1;

    /** Refuses sizes below 1 other than one -1. */
    public Spec {
      targetShape = List.copyOf(targetShape);
      if (targetShape.isEmpty()) {
        throw Require.invalid("targetShape", targetShape, "needs one size or more");
      }
      for (int size : targetShape) {
        if (size < 1 && size != REMAINS) {
          throw Require.invalid("targetShape", targetShape, "holds sizes of 1 or more, or one -1");
        }
      }
      if (targetShape.stream().filter(size -> size == REMAINS).count() > 1) {
        throw Require.invalid("targetShape", targetShape, "may leave only one size open with -1")
            .remedy("Write the others as numbers: their product is that of what it reads.");
      }
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      TensorType input = inputs.get(0);
      Axis elements = input.shape().elements();
      long fixed = 1;
      for (int size : targetShape) {
        fixed = size == REMAINS ? fixed : Math.multiplyExact(fixed, (long) size);
      }
      boolean open = targetShape.contains(REMAINS);
      Axis remaining = elements.dividedBy(fixed);
      Axis held = open ? remaining.times(fixed) : Axis.of(fixed);
      if (held.matches(elements) == Axis.Match.DIFFERENT) {
        throw mismatch(input.shape(), elements, fixed, open);
      }
      List<Axis> axes = new ArrayList<>();
      for (int size : targetShape) {
        axes.add(size == REMAINS ? remaining : Axis.of(size));
      }
      return new Inference(
          input.withShape(Shape.of(axes)),
          open ? "%s / %d = %s".formatted(elements, fixed, remaining) : "");
    }

    private LayerException mismatch(Shape input, Axis elements, long fixed, boolean open) {
      String target = target();
      String held = targetShape.size() > 1 ? " = " + fixed : "";
      String reads = input.rank() > 1 ? "%s = %s".formatted(input, elements) : elements.toString();
      return new LayerException(
              Problem.BAD_RESHAPE,
              open
                  ? "%s elements do not divide into %s".formatted(reads, target)
                  : "%s%s elements cannot hold the %s it reads".formatted(target, held, reads))
          .at("targetShape")
          .result(
              target, open ? "%s / %d is not whole".formatted(elements, fixed) : "needs " + fixed)
          .remedy(
              "Make the sizes multiply to %s, or leave one of them open with -1."
                  .formatted(elements));
    }

    private String target() {
      return targetShape.stream()
          .map(size -> size == REMAINS ? "?" : size.toString())
          .collect(Collectors.joining(" x "));
    }
  }
}
