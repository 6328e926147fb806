package io.tenon.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenon.keras.Config;
import io.tenon.optimizer.LearningRateSchedule;
import io.tenon.optimizer.OptimizerConfig;
import io.tenon.optimizer.StandardOptimizer;
import java.util.Map;

/** Optimizers and schedules from Keras's configurations of them, as files are read. */
final class KerasOptimizers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private KerasOptimizers() {}

  static StandardOptimizer<?> optimizer(JsonNode which) {
    return read(JSON.convertValue(which, Object.class));
  }

  static LearningRateSchedule schedule(JsonNode which) {
    Object schedule = JSON.convertValue(which, Object.class);
    return read(Map.of("class_name", "SGD", "config", Map.of("learning_rate", schedule)))
        .options()
        .learningRate();
  }

  private static StandardOptimizer<?> read(Object config) {
    return (StandardOptimizer<?>) OptimizerConfig.read(Config.of(config));
  }
}
