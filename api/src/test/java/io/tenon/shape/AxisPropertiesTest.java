package io.tenon.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The normal form of an axis says what plain arithmetic says, whatever the names stand for. */
final class AxisPropertiesTest {
  /** An axis, and the same arithmetic on numbers. */
  private record Expression(Axis axis, Evaluation evaluation) {
    @Override
    public String toString() {
      return axis.toString();
    }
  }

  private interface Evaluation {
    long at(long time, long width);
  }

  @Provide
  Arbitrary<Expression> expressions() {
    Arbitrary<Expression> leaves =
        Arbitraries.oneOf(
            Arbitraries.integers()
                .between(-9, 9)
                .map(n -> new Expression(Axis.of(n), (time, width) -> n)),
            Arbitraries.just(new Expression(Axis.named("time"), (time, width) -> time)),
            Arbitraries.just(new Expression(Axis.named("width"), (time, width) -> width)));
    return Arbitraries.recursive(() -> leaves, AxisPropertiesTest::deeper, 0, 5);
  }

  private static Arbitrary<Expression> deeper(Arbitrary<Expression> inner) {
    Arbitrary<Integer> small = Arbitraries.integers().between(1, 5);
    Arbitrary<Expression> numbers =
        Combinators.combine(inner, small, Arbitraries.integers().between(0, 4))
            .as(AxisPropertiesTest::withNumber);
    Arbitrary<Expression> sums =
        Combinators.combine(inner, inner)
            .as(
                (a, b) ->
                    new Expression(
                        a.axis.plus(b.axis),
                        (t, w) -> a.evaluation.at(t, w) + b.evaluation.at(t, w)));
    return Arbitraries.oneOf(numbers, sums);
  }

  private static Expression withNumber(Expression a, int n, int operation) {
    return switch (operation) {
      case 0 -> new Expression(a.axis.plus(n), (t, w) -> a.evaluation.at(t, w) + n);
      case 1 -> new Expression(a.axis.minus(n), (t, w) -> a.evaluation.at(t, w) - n);
      case 2 -> new Expression(a.axis.times(n), (t, w) -> a.evaluation.at(t, w) * n);
      case 3 ->
          new Expression(
              a.axis.dividedBy(n), (t, w) -> Math.floorDiv(a.evaluation.at(t, w), (long) n));
      default ->
          new Expression(
              a.axis.dividedUpBy(n), (t, w) -> -Math.floorDiv(-a.evaluation.at(t, w), (long) n));
    };
  }

  @Property
  void agreesWithPlainArithmetic(
      @ForAll("expressions") Expression expression,
      @ForAll @IntRange(min = 1, max = 40) int time,
      @ForAll @IntRange(min = 1, max = 40) int width) {
    Axis bound = expression.axis.bind(Map.of("time", (long) time, "width", (long) width));

    assertThat(bound).isEqualTo(Axis.of(expression.evaluation.at(time, width)));
  }

  @Property
  void multiplies(
      @ForAll("expressions") Expression left,
      @ForAll("expressions") Expression right,
      @ForAll @IntRange(min = 1, max = 40) int time) {
    Map<String, Long> sizes = Map.of("time", (long) time, "width", 7L);

    assertThat(left.axis.times(right.axis).bind(sizes))
        .isEqualTo(left.axis.bind(sizes).times(right.axis.bind(sizes)));
  }

  @Property
  void whatItCallsEqualIsEqualAndDifferentDifferent(
      @ForAll("expressions") Expression left,
      @ForAll("expressions") Expression right,
      @ForAll @IntRange(min = 1, max = 40) int time,
      @ForAll @IntRange(min = 1, max = 40) int width) {
    boolean equal = left.evaluation.at(time, width) == right.evaluation.at(time, width);

    switch (left.axis.matches(right.axis)) {
      case EQUAL -> assertThat(equal).isTrue();
      case DIFFERENT -> assertThat(equal).isFalse();
      case UNKNOWN -> assertThat(left.axis).isNotEqualTo(right.axis);
    }
  }

  @Property
  void addingAndTakingAwayGivesTheSameForm(
      @ForAll("expressions") Expression left, @ForAll("expressions") Expression right) {
    assertThat(left.axis.plus(right.axis).minus(right.axis)).isEqualTo(left.axis);
    assertThat(left.axis.plus(right.axis)).isEqualTo(right.axis.plus(left.axis));
  }

  @Property
  void boundInTwoStepsIsBoundInOne(@ForAll("expressions") Expression expression) {
    assertThat(expression.axis.bind(Map.of("time", 11L)).bind(Map.of("width", 5L)))
        .isEqualTo(expression.axis.bind(Map.of("time", 11L, "width", 5L)));
  }
}
