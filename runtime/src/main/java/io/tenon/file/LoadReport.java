package io.tenon.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of loading weights.
 *
 * @param loaded the layers whose weights were set, in the model's order
 * @param skipped the layers that were left as they are, and why
 * @param unused the layers of the file that the model has no place for
 */
public record LoadReport(List<String> loaded, Map<String, String> skipped, List<String> unused) {
  /** Copies the components. */
  public LoadReport {
    loaded = List.copyOf(loaded);
    skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
    unused = List.copyOf(unused);
  }

  /** A line for each layer that was not loaded, under one that counts. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            loaded.size() == 1 ? "loaded 1 layer" : "loaded %d layers".formatted(loaded.size()));
    skipped.forEach((layer, why) -> text.append("\n  skipped %s: %s".formatted(layer, why)));
    unused.forEach(layer -> text.append("\n  unused %s".formatted(layer)));
    return text.toString();
  }
}
