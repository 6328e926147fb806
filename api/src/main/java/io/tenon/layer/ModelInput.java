package io.tenon.layer;

import io.tenon.DataType;
import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import io.tenon.shape.RankType;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.List;

/**
 * Where a model that is used as a layer begins: it passes on what it is given, if that is what the
 * model's input was declared to be.
 *
 * @param name the model and its input, as in {@code Encoder.image}
 * @param declared the type of that input
 */
public record ModelInput(String name, TensorType declared) implements LayerSpec {
  @Override
  public boolean reads(DataType type) {
    return true;
  }

  @Override
  public Inference infer(List<TensorType> inputs) {
    TensorType given = inputs.get(0);
    if (given.shape().rank() != declared.shape().rank()) {
      throw mismatch(Problem.RANK_MISMATCH, given);
    }
    if (given.dataType() != declared.dataType()) {
      throw mismatch(Problem.TYPE_MISMATCH, given);
    }
    for (int i = 0; i < given.shape().rank(); i++) {
      if (given.shape().axis(i).matches(declared.shape().axis(i)) == Axis.Match.DIFFERENT) {
        throw mismatch(Problem.SHAPE_MISMATCH, given);
      }
    }
    return Inference.of(new TensorType(given.shape(), given.dataType()));
  }

  private LayerException mismatch(Problem problem, TensorType given) {
    return new LayerException(
            problem,
            "%s is %s of shape %s, found %s of shape %s"
                .formatted(
                    name, RankType.describe(declared), declared, RankType.describe(given), given))
        .atInput(0)
        .remedy(
            "Give it what the model reads, or leave the axes that differ open in the model:",
            "@Input(\"%s\")".formatted(open(given.shape())));
  }

  /** The declared shape with names for the axes that differ. */
  private String open(Shape given) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < declared.shape().rank(); i++) {
      Axis axis = declared.shape().axis(i);
      boolean differs = i < given.rank() && given.axis(i).matches(axis) == Axis.Match.DIFFERENT;
      text.append(i == 0 ? "" : " ").append(differs ? "axis" + i : axis.toString());
    }
    return text.toString();
  }

  @Override
  public MaskUse maskUse() {
    return MaskUse.PASSES;
  }
}
