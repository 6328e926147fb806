package io.tenon.layer;

import io.tenon.Padding;
import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import io.tenon.shape.RankType;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** What layers ask of their parameters and of what they read. */
final class Require {
  private static final int MOST_DIVISORS = 8;

  private Require() {}

  /** A number of at least 1. */
  static void positive(String member, int value) {
    if (value < 1) {
      throw invalid(member, value, "must be 1 or more").remedy("The smallest is 1.");
    }
  }

  /** A number above 0. */
  static void positive(String member, double value) {
    if (!(value > 0)) {
      throw invalid(member, value, "must be more than 0").remedy("Such as 0.001.");
    }
  }

  /** A number of 0 or more. */
  static void notNegative(String member, int value) {
    if (value < 0) {
      throw invalid(member, value, "must be 0 or more").remedy("The smallest is 0.");
    }
  }

  /** A number of 0 or more. */
  static void notNegative(String member, double value) {
    if (!(value >= 0)) {
      throw invalid(member, value, "must be 0 or more").remedy("The smallest is 0.");
    }
  }

  /** A number from 0 to 1. */
  static void share(String member, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw invalid(member, value, "must be between 0 and 1")
          .remedy("It is a share: 0.2 is a fifth.");
    }
  }

  /** One number of at least 1 for each of the spatial axes; one number stands for all. */
  static List<Integer> positives(String member, List<Integer> values, int count) {
    number(member, values, count);
    for (int value : values) {
      positive(member, value);
    }
    return values.size() == count
        ? List.copyOf(values)
        : List.copyOf(Collections.nCopies(count, values.get(0)));
  }

  private static void number(String member, List<Integer> values, int count) {
    if (values.size() != 1 && values.size() != count) {
      throw invalid(
              member, values, count == 1 ? "needs 1 number" : "needs 1 or " + count + " numbers")
          .remedy(
              switch (count) {
                case 1 -> "Time is the only axis that it goes along.";
                case 2 -> "They are height and width; one number is for both.";
                default -> "They are depth, height and width; one number is for all.";
              });
    }
  }

  /** The same for numbers of 0 or more. */
  static List<Integer> counts(String member, List<Integer> values, int count) {
    for (int value : values) {
      notNegative(member, value);
    }
    number(member, values, count);
    return values.size() == count
        ? List.copyOf(values)
        : List.copyOf(Collections.nCopies(count, values.get(0)));
  }

  /**
   * An axis that a tensor has, the batch axis being 0 and negative ones counting from the end.
   *
   * @return its index in the tensor's shape
   */
  static int axis(String member, int axis, TensorType input) {
    int rank = input.shape().rank();
    int index = axis > 0 ? axis - 1 : rank + axis;
    if (axis == 0 || index < 0 || index >= rank) {
      throw invalid(member, axis, "must be between %d and %d, but not 0".formatted(-rank, rank))
          .remedy("1 is the first axis after the batch axis, -1 the last.");
    }
    return index;
  }

  /** Axes that a tensor has, none of them twice; their indices in its shape, in the same order. */
  static List<Integer> axes(String member, List<Integer> axes, TensorType input) {
    List<Integer> indices = axes.stream().map(axis -> axis(member, axis, input)).toList();
    if (indices.stream().distinct().count() < indices.size()) {
      throw invalid(member, axes, "must not name an axis twice")
          .remedy("Of %d axes, -1 and %1$d are the same.".formatted(input.shape().rank()));
    }
    return indices;
  }

  /** An axis of a sample, of whatever rank that is. */
  static void notBatch(String member, int axis) {
    if (axis == 0) {
      throw invalid(member, axis, "must not be the batch axis")
          .remedy("1 is the first axis after the batch axis, -1 the last.");
    }
  }

  /** One axis of a sample or more, of whatever rank that is; returns a copy. */
  static List<Integer> axesOfSample(String member, List<Integer> axes) {
    if (axes.isEmpty()) {
      throw invalid(member, axes, "must name an axis").remedy("-1 is the last.");
    }
    axes.forEach(axis -> notBatch(member, axis));
    return List.copyOf(axes);
  }

  /** Any padding but causal, which is for time alone. */
  static void notCausal(Padding padding) {
    if (padding == Padding.CAUSAL) {
      throw invalid("padding", padding, "must be VALID or SAME, CAUSAL being for a series");
    }
  }

  /** A share: 0 or more and less than 1. */
  static void rate(String member, double value) {
    if (!(value >= 0 && value < 1)) {
      throw invalid(member, value, "must be 0 or more and less than 1")
          .remedy("It is a share: 0.2 is a fifth.");
    }
  }

  /** A tensor of that rank. */
  static void rank(RankType expected, TensorType input, String layer) {
    rank(expected, input, layer, 0);
  }

  private static void rank(RankType expected, TensorType input, String layer, int index) {
    if (input.shape().rank() != expected.rank()) {
      throw RankRemedies.addTo(
          new LayerException(
                  Problem.RANK_MISMATCH,
                  "@%s reads %s (%s), not %s of shape %s"
                      .formatted(
                          layer,
                          expected.withArticle(),
                          expected.axes(),
                          RankType.describe(input),
                          input.shape()))
              .atInput(index),
          expected,
          input,
          layer);
    }
  }

  /** Query, value and key of an attention: series, value and key of as many steps. */
  static void attention(List<TensorType> inputs, String layer) {
    for (int i = 0; i < inputs.size(); i++) {
      rank(RankType.SERIES, inputs.get(i), layer, i);
    }
    if (inputs.size() == 3) {
      Axis values = inputs.get(1).shape().axis(0);
      Axis keys = inputs.get(2).shape().axis(0);
      if (values.matches(keys) == Axis.Match.DIFFERENT) {
        throw new LayerException(
                Problem.SHAPE_MISMATCH,
                "@%s needs as many values as keys, found %s and %s".formatted(layer, values, keys))
            .atInput(2)
            .remedy("The order is query, value, key.");
      }
    }
  }

  /** An axis whose size is known while compiling, as a weight's shape needs it. */
  static void known(Axis axis, String what, String layer) {
    if (!axis.isKnown()) {
      String give =
          "Weights have a fixed size: give %s a number in @Input"
              .formatted(String.join(", ", axis.names()));
      boolean named = axis.names().contains(axis.toString());
      throw new LayerException(
              Problem.UNKNOWN_AXIS,
              "@%s needs to know the %s it reads, but it is left open as \"%s\""
                  .formatted(layer, what, axis))
          .atInput(0)
          .remedy(
              named
                  ? new String[] {give + "."}
                  : new String[] {
                    give + ",", "or drop the axis before, such as with @GlobalAveragePooling1D."
                  });
    }
  }

  /** The values of a member that divide all numbers, as a remedy. */
  static String divisors(String member, long... numbers) {
    List<Long> divisors = new ArrayList<>();
    for (long i = 1; i <= numbers[0] && divisors.size() < MOST_DIVISORS; i++) {
      long divisor = i;
      if (Arrays.stream(numbers).allMatch(number -> number % divisor == 0)) {
        divisors.add(i);
      }
    }
    String all = divisors.stream().map(Object::toString).collect(Collectors.joining(", "));
    int last = all.lastIndexOf(", ");
    return "Use %s = %s."
        .formatted(
            member, last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2));
  }

  /** A refusal of a parameter's value. */
  static LayerException invalid(String member, Object value, String rule) {
    return new LayerException(
            Problem.INVALID_VALUE, "%s %s, found %s".formatted(member, rule, describe(value)))
        .at(member);
  }

  /** An array as it stands in an annotation. */
  private static String describe(Object value) {
    String text = value.toString();
    if (!(value instanceof List<?> list)) {
      return text;
    }
    String elements = text.substring(1, text.length() - 1);
    return list.size() == 1 ? elements : "{" + elements + "}";
  }
}
