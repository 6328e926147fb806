package io.tenon.callback;

import io.tenon.problem.Suggestions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file name with places for the epoch and measured values, as Keras's checkpoints have. */
final class FilePattern {
  /** {@code {epoch}}, {@code {epoch:02d}}, {@code {val_loss:.2f}}. */
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::0?(\\d*)d|:\\.(\\d+)f)?}");

  private final String text;

  FilePattern(Path path) {
    this.text = path.toString();
  }

  /** Refuses, before training, a name that will not be measured. */
  void require(Training training) {
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      String name = place.group(1);
      if (!name.equals("epoch") && !training.names().contains(name)) {
        List<String> names = training.names();
        throw new IllegalArgumentException(
            "%s: ModelCheckpoint's file %s names \"%s\", which is not measured. %s"
                .formatted(training.graph().name(), text, name, Suggestions.hint(name, names)));
      }
    }
  }

  /** The file of an epoch, counted from 1. */
  Path file(int epoch, Map<String, Double> logs) {
    Matcher place = PLACE.matcher(text);
    StringBuilder name = new StringBuilder();
    while (place.find()) {
      place.appendReplacement(name, Matcher.quoteReplacement(value(place, epoch, logs)));
    }
    return Path.of(place.appendTail(name).toString());
  }

  private static String value(Matcher place, int epoch, Map<String, Double> logs) {
    if (place.group(1).equals("epoch")) {
      String digits = place.group(2);
      boolean plain = digits == null || digits.isEmpty();
      return plain ? Integer.toString(epoch) : String.format("%0" + digits + "d", epoch);
    }
    double value = logs.getOrDefault(place.group(1), Double.NaN);
    String decimals = place.group(3);
    return decimals == null
        ? Double.toString(value)
        : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
