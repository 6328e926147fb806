package io.tenon.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainDigitsTest {
  @Test
  void reachesWhatTheReadmePromises() {
    TrainDigits.Result result = TrainDigits.run();
    assertThat(result.mlpAccuracy()).isGreaterThanOrEqualTo(0.96);
    assertThat(result.cnnAccuracy()).isGreaterThanOrEqualTo(0.98);
  }
}
