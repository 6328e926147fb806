package io.tenon.layer;

import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import io.tenon.shape.RankType;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.List;

/** What {@link MultiHeadAttention} asks of the axes of query, value and key. */
final class AttentionAxes {
  private static final List<Integer> TIME = List.of(1);

  private AttentionAxes() {}

  /** Refuses the batch axis and axes named twice; the order has no meaning. */
  static List<Integer> valid(List<Integer> axes) {
    for (int axis : axes) {
      if (axis < 1) {
        throw Require.invalid("attentionAxes", axes, "must hold axes of 1 or more")
            .remedy("1 is the first axis after the batch axis; in an image 2 are the columns.");
      }
    }
    if (axes.stream().distinct().count() < axes.size()) {
      throw Require.invalid("attentionAxes", axes, "must not name an axis twice");
    }
    return axes.stream().sorted().toList();
  }

  /** Refuses tensors whose axes do not fit the attention and each other. */
  static void fit(MultiHeadAttention.Spec spec, List<TensorType> inputs) {
    String layer = spec.className();
    Shape query = inputs.get(0).shape();
    if (query.rank() < RankType.SERIES.rank()) {
      Require.rank(RankType.SERIES, inputs.get(0), layer);
    }
    int rank = query.rank();
    for (int i = 1; i < inputs.size(); i++) {
      if (inputs.get(i).shape().rank() != rank) {
        throw mismatch(
            i,
            "@%s needs query and %s of as many axes, found %s and %s"
                .formatted(layer, name(i), query, inputs.get(i).shape()));
      }
    }
    List<Integer> axes = spec.attentionAxes(rank);
    for (int axis : axes) {
      if (axis >= rank) {
        throw Require.invalid(
                "attentionAxes",
                axes,
                "must be between 1 and %d for the %s it reads".formatted(rank - 1, query))
            .remedy("The last axis holds the features, which are compared.");
      }
    }
    sameBesides(layer, axes, inputs);
    onlyTime(spec, axes, inputs);
  }

  /** Along the axes that are not attended all are alike, along the others value and key. */
  private static void sameBesides(String layer, List<Integer> axes, List<TensorType> inputs) {
    Shape query = inputs.get(0).shape();
    for (int axis = 1; axis < query.rank(); axis++) {
      if (inputs.size() == 3) {
        Axis values = inputs.get(1).shape().axis(axis - 1);
        Axis keys = inputs.get(2).shape().axis(axis - 1);
        if (values.matches(keys) == Axis.Match.DIFFERENT) {
          throw mismatch(
              2,
              "@%s needs as many values as keys, found %s and %s".formatted(layer, values, keys));
        }
      }
      for (int i = 1; i < inputs.size() && !axes.contains(axis); i++) {
        Shape other = inputs.get(i).shape();
        if (query.axis(axis - 1).matches(other.axis(axis - 1)) == Axis.Match.DIFFERENT) {
          throw mismatch(
              i,
              "@%s needs query and %s that are equal along axis %d, which is not among its"
                      .formatted(layer, name(i), axis)
                  + " attentionAxes, found %s and %s".formatted(query, other));
        }
      }
    }
  }

  private static void onlyTime(
      MultiHeadAttention.Spec spec, List<Integer> axes, List<TensorType> inputs) {
    if (axes.equals(TIME)) {
      return;
    }
    if (spec.useCausalMask()) {
      throw Require.invalid("useCausalMask", true, "goes with attention along axis 1 alone")
          .remedy("Write attentionAxes = 1, or leave useCausalMask out.");
    }
    if (inputs.stream().anyMatch(TensorType::masked)) {
      throw Require.invalid(
              "attentionAxes", axes, "must be 1 where a mask tells which of its steps count")
          .remedy("Write attentionAxes = 1, or bring the axes that count into time.");
    }
  }

  private static LayerException mismatch(int input, String message) {
    return new LayerException(Problem.SHAPE_MISMATCH, message)
        .atInput(input)
        .remedy("The order is query, value, key.");
  }

  private static String name(int input) {
    return input == 1 ? "value" : "key";
  }
}
