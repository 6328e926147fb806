package io.tenon.layer;

import io.tenon.Padding;
import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import io.tenon.shape.RankType;
import io.tenon.shape.TensorType;
import java.util.Collections;
import java.util.List;

/** What layers ask of their parameters and of what they read. */
final class Require {
  private Require() {}

  /** A number of at least 1. */
  static void positive(String member, int value) {
    if (value < 1) {
      throw invalid(member, value, "must be 1 or more");
    }
  }

  /** A number above 0. */
  static void positive(String member, double value) {
    if (!(value > 0)) {
      throw invalid(member, value, "must be more than 0");
    }
  }

  /** A number of 0 or more. */
  static void notNegative(String member, double value) {
    if (!(value >= 0)) {
      throw invalid(member, value, "must be 0 or more");
    }
  }

  /** A number from 0 to 1. */
  static void share(String member, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw invalid(member, value, "must be between 0 and 1");
    }
  }

  /** One number of at least 1 for each of the spatial axes; one number stands for all. */
  static List<Integer> positives(String member, List<Integer> values, int count) {
    if (values.size() != 1 && values.size() != count) {
      throw invalid(member, values, "needs 1 or " + count + " numbers");
    }
    for (int value : values) {
      positive(member, value);
    }
    return values.size() == count
        ? List.copyOf(values)
        : List.copyOf(Collections.nCopies(count, values.get(0)));
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
          .remedy("It is a share: %s = 0.2 is a fifth.".formatted(member));
    }
  }

  /** A tensor of that rank. */
  static void rank(RankType expected, TensorType input, String layer) {
    if (input.shape().rank() != expected.rank()) {
      throw new LayerException(
              Problem.RANK_MISMATCH,
              "@%s reads %s (%s), not %s of shape %s"
                  .formatted(
                      layer,
                      expected.withArticle(),
                      expected.axes(),
                      RankType.describe(input),
                      input.shape()))
          .atInput(0)
          .remedy(rankRemedy(expected, input.shape().rank()));
    }
  }

  private static String rankRemedy(RankType expected, int found) {
    return found < expected.rank()
        ? "Give it the axes (%s) with @Reshape first.".formatted(expected.axes())
        : "Put fewer axes before it, with @Reshape or @Flatten.";
  }

  /** An axis whose size is known while compiling, as a weight's shape needs it. */
  static void known(Axis axis, String what, String layer) {
    if (!axis.isKnown()) {
      throw new LayerException(
              Problem.UNKNOWN_AXIS,
              "@%s needs to know the %s it reads, but it is left open as \"%s\""
                  .formatted(layer, what, axis))
          .atInput(0)
          .remedy("Weights have a fixed size: give the axis a number in @Input.");
    }
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
    return value instanceof List ? "{" + text.substring(1, text.length() - 1) + "}" : text;
  }
}
