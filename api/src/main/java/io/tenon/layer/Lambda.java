package io.tenon.layer;

import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Shape;
import io.tenon.shape.ShapeSyntaxException;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of one's own, written over ND4J's {@code SDVariable}, which differentiates it. As
 * {@code keras.layers.Lambda}. On a default or static method of the model, whose parameters name
 * what it reads.
 *
 * <p>Input shapes: any. Output shape: that of the first input, unless {@link #outputShape} says
 * otherwise. Weights: none.
 *
 * <pre>{@code
 * @Lambda default SDVariable distance(SDVariable left, SDVariable right) {
 *   return abs(left.sub(right));
 * }
 * }</pre>
 */
@Documented
@LayerDefinition(Lambda.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Lambda {
  /** Sizes and names separated by spaces, without the batch axis; empty for the first input's. */
  String outputShape() default "";

  /** A function of tensors; the runtime knows its kinds. */
  interface Function {}

  /**
   * {@link Lambda} as a value.
   *
   * @param outputShape what it gives; empty for the shape of the first input
   * @param function what it does; null while a model is only checked
   */
  record Spec(String outputShape, @Nullable Function function) implements LayerSpec {
    /** Refuses a shape that cannot be read. */
    public Spec {
      if (!outputShape.isEmpty()) {
        try {
          Shape.parse(outputShape);
        } catch (ShapeSyntaxException e) {
          throw new LayerException(Problem.BAD_SHAPE, String.valueOf(e.getMessage()))
              .at("outputShape")
              .remedy(e.remedy());
        }
      }
    }

    /** Two are equal if they give the same shape: functions cannot be compared. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Spec spec && spec.outputShape.equals(outputShape);
    }

    @Override
    public int hashCode() {
      return outputShape.hashCode();
    }

    @Override
    public InputCount inputCount() {
      return InputCount.ONE_OR_MORE;
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      Shape shape = outputShape.isEmpty() ? inputs.get(0).shape() : Shape.parse(outputShape);
      return Inference.of(TensorType.float32(shape));
    }
  }
}
