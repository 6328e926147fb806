package io.tenon.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FitOptionsTest {
  @Test
  void refusesNumbersOutOfRange() {
    FitOptions options = new FitOptions();
    assertThatThrownBy(() -> options.epochs(0)).hasMessage("epochs must be 1 or more, found 0");
    assertThatThrownBy(() -> options.batchSize(-1))
        .hasMessage("batchSize must be 1 or more, found -1");
    assertThatThrownBy(() -> options.initialEpoch(-1))
        .hasMessage("initialEpoch must be 0 or more, found -1");
    assertThatThrownBy(() -> options.validationFreq(0))
        .hasMessage("validationFreq must be 1 or more, found 0");
    assertThatThrownBy(() -> options.validationSplit(1))
        .hasMessage("validationSplit must be 0 or more and less than 1, found 1.0");
    assertThatThrownBy(() -> options.validationSplit(Double.NaN))
        .hasMessage("validationSplit must be 0 or more and less than 1, found NaN");
  }
}
