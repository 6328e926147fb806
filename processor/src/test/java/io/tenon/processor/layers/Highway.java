package io.tenon.processor.layers;

import io.tenon.Initializer;
import io.tenon.layer.Inference;
import io.tenon.layer.LayerDefinition;
import io.tenon.layer.LayerSpec;
import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.List;

/** A layer as a user may declare one: it reads a series and gives a vector, or a series. */
@LayerDefinition(Highway.Spec.class)
public @interface Highway {
  /** The number of features that it gives. */
  int units();

  /** Whether it gives all steps. */
  boolean everyStep() default false;

  /** How its weights would begin. */
  Initializer kernelInitializer() default
      @Initializer(value = Initializer.Kind.CONSTANT, constant = 0.5);

  /** {@link Highway} as a value. */
  record Spec(int units, boolean everyStep, Initializer.Spec kernelInitializer)
      implements LayerSpec {
    @Override
    public Inference infer(List<TensorType> inputs) {
      Shape shape = inputs.get(0).shape();
      if (shape.rank() != 2) {
        throw new LayerException(Problem.RANK_MISMATCH, "@Highway reads a Series");
      }
      Axis features = Axis.of(units);
      return Inference.of(
          TensorType.float32(everyStep ? shape.withLast(features) : Shape.of(List.of(features))));
    }
  }
}
