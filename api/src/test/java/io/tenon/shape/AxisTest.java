package io.tenon.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class AxisTest {
  private static final Axis TIME = Axis.named("time");

  @Test
  void printsAsItWouldBeWritten() {
    assertThat(TIME.minus(3).dividedBy(2).plus(1)).hasToString("(time + 1) / 2 - 1");
    assertThat(Axis.of(28)).hasToString("28");
    assertThat(TIME.times(4).plus(2)).hasToString("4 * time + 2");
    assertThat(Axis.of(0)).hasToString("0");
  }

  @Test
  void whatCancelsIsGone() {
    assertThat(TIME.times(2).dividedBy(2)).isEqualTo(TIME);
    assertThat(TIME.plus(3).minus(TIME)).isEqualTo(Axis.of(3));
    assertThat(TIME.dividedBy(2).dividedBy(3)).isEqualTo(TIME.dividedBy(6));
  }

  @Test
  void comparesWithoutKnowing() {
    assertThat(TIME.matches(TIME.plus(1))).isEqualTo(Axis.Match.DIFFERENT);
    assertThat(TIME.matches(Axis.of(5))).isEqualTo(Axis.Match.UNKNOWN);
    assertThat(TIME.matches(Axis.named("time"))).isEqualTo(Axis.Match.EQUAL);
  }

  @Test
  void refusesToOverflow() {
    assertThatThrownBy(() -> Axis.of(Long.MAX_VALUE).plus(1))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Axis.of(Long.MAX_VALUE).times(2))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void dividesByPositiveNumbersOnly() {
    assertThatThrownBy(() -> TIME.dividedBy(0)).hasMessage("the divisor must be positive, found 0");
  }
}
