package io.tenon.layer;

import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import io.tenon.shape.RankType;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What croppings and paddings share: their rule. */
public interface BorderSpec extends LayerSpec {
  /** What happens at the ends of an axis. */
  enum Change {
    /** Elements are taken away. */
    CROP,
    /** Zeros are added. */
    PAD
  }

  /** What happens at the ends. */
  Change change();

  /** What it reads and gives. */
  RankType rank();

  /** How many, before and after each spatial axis: two numbers an axis. */
  List<Integer> ends();

  @Override
  default Inference infer(List<TensorType> inputs) {
    TensorType input = inputs.get(0);
    Require.rank(rank(), input, className());
    List<Axis> axes = new ArrayList<>(input.shape().axes());
    Set<String> steps = new LinkedHashSet<>();
    String member = change() == Change.CROP ? "cropping" : "padding";
    for (int i = 0; i < axes.size() - 1; i++) {
      int before = ends().get(2 * i);
      int after = ends().get(2 * i + 1);
      int both = before + after;
      Axis axis = axes.get(i);
      Axis changed = change() == Change.CROP ? axis.minus(both) : axis.plus(both);
      String sign = change() == Change.CROP ? "-" : "+";
      String arithmetic = "%s %s %d %s %d = %s".formatted(axis, sign, before, sign, after, changed);
      if (changed.size().orElse(1) < 1) {
        throw new LayerException(
                Problem.INVALID_VALUE,
                "%s takes %d and %d of an axis of %s, so that nothing is left"
                    .formatted(member, before, after, axis))
            .at(member)
            .result(changed.toString(), arithmetic)
            .remedy("Let both together be less than %s.".formatted(axis));
      }
      axes.set(i, changed);
      steps.add(arithmetic);
    }
    return new Inference(input.withShape(Shape.of(axes)), String.join(", ", steps));
  }

  /** Two numbers for each axis: from one for all, one for each axis, or all of them. */
  static List<Integer> ends(String member, List<Integer> values, int axes) {
    int count = values.size();
    if (count != 1 && count != axes && count != 2 * axes) {
      throw Require.invalid(
              member,
              values,
              axes == 1
                  ? "needs 1 or 2 numbers"
                  : "needs 1, %d or %d numbers".formatted(axes, 2 * axes))
          .remedy(
              switch (axes) {
                case 1 -> "They are before and after; one number is for both.";
                case 2 ->
                    "They are top, bottom, left and right; or height and width; or all alike.";
                default ->
                    "They are two for each of depth, height and width; or one each; or all alike.";
              });
    }
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < 2 * axes; i++) {
      int value = values.get(count == 1 ? 0 : count == 2 * axes ? i : i / 2);
      if (value < 0) {
        throw Require.invalid(member, values, "holds numbers of 0 or more");
      }
      ends.add(value);
    }
    return List.copyOf(ends);
  }
}
