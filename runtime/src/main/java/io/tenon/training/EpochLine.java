package io.tenon.training;

import java.util.Locale;
import java.util.Map;

/** An epoch in one line: {@code epoch 2/5 loss 0.2871 accuracy 0.9137}. */
final class EpochLine {
  private EpochLine() {}

  static String of(int epoch, int epochs, Map<String, Double> values) {
    return "epoch " + epoch + "/" + epochs + values(values);
  }

  /** Each value with its name and two spaces before it. */
  static String values(Map<String, Double> values) {
    StringBuilder text = new StringBuilder();
    values.forEach((name, value) -> text.append("  ").append(name).append(' ').append(text(value)));
    return text.toString();
  }

  private static String text(double value) {
    boolean readable = value == 0 || Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5;
    return String.format(Locale.ROOT, readable ? "%.4f" : "%.3e", value);
  }
}
