package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.optimizer.LearningRateSchedule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Learning rates over the steps, against Keras's. */
class ScheduleGoldenTest {
  /** Keras computes rates in float32, in a few operations. */
  private static final double FLOAT = 4e-7;

  static Stream<Arguments> cases() {
    return GoldenFiles.cases("training/schedules.json").stream()
        .map(which -> Arguments.of(which.get("name").asText(), which));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithKeras(String name, JsonNode which) {
    LearningRateSchedule schedule = KerasOptimizers.schedule(which);
    for (JsonNode value : which.get("values")) {
      assertThat(schedule.at(value.get(0).asLong()))
          .as("step %s", value.get(0))
          .isCloseTo(
              value.get(1).asDouble(), within(1e-8 + FLOAT * Math.abs(value.get(1).asDouble())));
    }
  }
}
