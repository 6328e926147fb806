package io.tenon.examples.kotlin

import io.tenon.examples.digits.Digits
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class TrainDigitsTest {
  private val data = Digits.split(0.8, 7)

  @Test
  fun `an annotated model learns to read digits`() {
    assertThat(trainAnnotated(data)).isGreaterThan(0.95)
  }

  @Test
  fun `a network described in code learns to read digits`() {
    assertThat(trainDescribed(data)).isGreaterThan(0.95)
  }

  @Test
  fun `a network with a shared layer learns to compare digits`() {
    assertThat(trainPairs(data)).isGreaterThan(0.85)
  }
}
