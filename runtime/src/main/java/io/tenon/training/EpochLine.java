package io.tenon.training;

import java.util.Locale;
import java.util.Map;

/** An epoch in one line: {@code epoch 2/5 loss 0.2871 accuracy 0.9137}. */
final class EpochLine {
  private EpochLine() {}

  static String of(int epoch, int epochs, Map<String, Double> values) {
    StringBuilder line = new StringBuilder("epoch ").append(epoch).append('/').append(epochs);
    values.forEach((name, value) -> line.append("  ").append(name).append(' ').append(text(value)));
    return line.toString();
  }

  private static String text(double value) {
    boolean readable = value == 0 || Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5;
    return String.format(Locale.ROOT, readable ? "%.4f" : "%.3e", value);
  }
}
