package io.tenon.layer;

import io.tenon.ActivationFunction;
import io.tenon.DataType;
import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import io.tenon.shape.RankType;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a layer over each step of what it reads. As {@code keras.layers.TimeDistributed}. Written
 * before the layer that it wraps.
 *
 * <p>Input shape: (batch, time, what the layer reads). Output shape: (batch, time, what the layer
 * gives). Weights: those of the layer.
 *
 * <pre>{@code
 * @TimeDistributed @Conv2D(filters = 8, kernelSize = 3) Volume edges(Volume frames);
 * }</pre>
 */
@Documented
@LayerDefinition(TimeDistributed.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface TimeDistributed {

  /** {@link TimeDistributed} as a value. */
  record Spec(LayerSpec layer) implements WrapperSpec {
    /** Refuses a layer that reads several tensors, or goes on from step to step. */
    public Spec {
      if (layer.stateful()) {
        throw new LayerException(
                Problem.INVALID_VALUE,
                "a layer within @TimeDistributed reads each step by itself, and cannot be stateful")
            .at("stateful")
            .remedy("Drop stateful, or let the layer read all steps as one series.");
      }
      if (!layer.inputCount().allows(1)) {
        throw new LayerException(
            Problem.INVALID_VALUE,
            "@TimeDistributed wraps a layer that reads one tensor, found @" + layer.className());
      }
    }

    @Override
    public boolean reads(DataType type) {
      return layer.reads(type);
    }

    /** What the layer reads of such an input at each step. */
    public TensorType step(TensorType input) {
      if (input.shape().rank() < 2) {
        throw new LayerException(
                Problem.RANK_MISMATCH,
                "@TimeDistributed reads (batch, time, ...), not %s of shape %s"
                    .formatted(RankType.describe(input), input.shape()))
            .atInput(0)
            .remedy("Drop @TimeDistributed, or give it the axis of time with @Reshape first.");
      }
      List<Axis> axes = input.shape().axes();
      return new TensorType(Shape.of(axes.subList(1, axes.size())), input.dataType());
    }

    @Override
    public List<TensorType> wrapped(List<TensorType> inputs) {
      return List.of(step(inputs.get(0)));
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.NONE.argument("mask", null);
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      Inference step = inferStep(step(inputs.get(0)));
      List<Axis> axes = new ArrayList<>(step.output().shape().axes());
      axes.add(0, inputs.get(0).shape().axis(0));
      return new Inference(
          new TensorType(Shape.of(axes), step.output().dataType()), step.arithmetic());
    }

    /** Says of a refusal that it is about a step: a layer before it would see all steps. */
    private Inference inferStep(TensorType step) {
      try {
        return layer.infer(List.of(step));
      } catch (LayerException e) {
        LayerException refusal =
            new LayerException(e.problem(), "each step: " + e.getMessage())
                .result(e.shape(), e.arithmetic())
                .remedy(e.remedies().toArray(String[]::new));
        e.member().ifPresent(refusal::at);
        e.input().ifPresent(refusal::atInput);
        if (e.insertion().isPresent()) {
          refusal.remedy("Let what it reads have the axes of such a step behind the axis of time.");
        }
        throw refusal;
      }
    }

    @Override
    public ActivationFunction activation() {
      return layer.activation();
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.PASSES;
    }

    @Override
    public List<WeightSpec> weights(List<TensorType> inputs) {
      return layer.weights(List.of(step(inputs.get(0))));
    }
  }
}
