package io.tenon.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static Map<String, Double> epoch(double loss, double accuracy) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("loss", loss);
    values.put("accuracy", accuracy);
    return values;
  }

  private final History history = new History(List.of(epoch(1.5, 0.25), epoch(0.00012, 0.75)));

  @Test
  void givesValuesByName() {
    assertThat(history.values("accuracy")).containsExactly(0.25, 0.75);
    assertThat(history.last("loss")).isEqualTo(0.00012);
    assertThat(history.names()).containsExactly("loss", "accuracy");
  }

  @Test
  void suggestsTheNearestName() {
    assertThatThrownBy(() -> history.values("acuracy"))
        .hasMessage("the history has no \"acuracy\". Did you mean \"accuracy\"?");
  }

  @Test
  void printsALineForEachEpoch() {
    assertThat(history)
        .hasToString(
            "epoch 1/2  loss 1.5000  accuracy 0.2500\nepoch 2/2  loss 1.200e-04  accuracy 0.7500");
  }
}
