package io.tenon.keras;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keras 2's {@code CuDNNLSTM} and {@code CuDNNGRU}, which ran on graphics cards alone, as the
 * {@code LSTM} and {@code GRU} that compute the same: these hold what cuDNN left no choice of.
 */
final class CudnnForm {
  private static final String PREFIX = "CuDNN";

  private CudnnForm() {}

  /** The layer that computes the same, or the layer itself if it is another. */
  static Config plain(Config layer) {
    String className = KerasObject.className(layer);
    if (!className.equals(PREFIX + "LSTM") && !className.equals(PREFIX + "GRU")) {
      return layer;
    }
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    layer
        .get(KerasObject.CONFIG)
        .entries()
        .forEach((name, value) -> config.put(name, value.value()));
    config.put("activation", "tanh");
    config.put("recurrent_activation", "sigmoid");
    config.put("use_bias", true);
    config.put("reset_after", true);
    return Config.of(KerasObject.of("keras.layers", className.substring(PREFIX.length()), config));
  }
}
