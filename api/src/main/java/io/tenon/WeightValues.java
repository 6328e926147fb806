package io.tenon;

import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import java.util.List;

/** What initializers, regularizers and constraints ask of their values. */
final class WeightValues {
  private WeightValues() {}

  /** A function where one's own is meant, and none beside one of Keras's. */
  static void function(String annotation, boolean meant, boolean given) {
    if (meant && !given) {
      throw new LayerException(
              Problem.MISSING_VALUE, "@%s names none, and no function".formatted(annotation))
          .at("function")
          .remedy(
              "Name one of Keras's:  @%s(%s)"
                  .formatted(
                      annotation,
                      switch (annotation) {
                        case "Initializer" -> "HE_NORMAL";
                        case "Regularizer" -> "L2";
                        default -> "MAX_NORM";
                      }),
              "or one's own:         @%s(function = My%s.class)".formatted(annotation, annotation));
    }
    if (given && !meant) {
      throw new LayerException(
              Problem.INVALID_VALUE,
              "@%s names one of Keras's and a function besides".formatted(annotation))
          .at("function")
          .remedy("Leave one of them out.");
    }
  }

  static void notNegative(String member, double value) {
    if (!(value >= 0)) {
      throw invalid(member, "%s must be 0 or more, found %s".formatted(member, value))
          .remedy("The smallest is 0.");
    }
  }

  static void share(String member, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw invalid(member, "%s must be between 0 and 1, found %s".formatted(member, value))
          .remedy("It is a share: 0.2 is a fifth.");
    }
  }

  /** A value that the kind makes no use of is as it is by default. */
  static void unused(String member, Enum<?> kind, Object value, Object byDefault, String... users) {
    if (!value.equals(byDefault) && !List.of(users).contains(kind.name())) {
      throw invalid(member, "%s makes no use of %s, found %s".formatted(kind, member, value))
          .remedy("%s is for %s.".formatted(member, String.join(" and ", users)));
    }
  }

  private static LayerException invalid(String member, String message) {
    return new LayerException(Problem.INVALID_VALUE, message).at(member);
  }
}
