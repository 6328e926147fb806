package io.tenon.examples.passengers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Thousands of passengers in each month from January 1949 on. */
final class Passengers {
  static final int MONTHS_A_YEAR = 12;
  private static final String RESOURCE = "/passengers/airline-passengers.csv";

  private Passengers() {}

  static double[] read() {
    try (InputStream resource =
        Objects.requireNonNull(Passengers.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new String(resource.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .skip(1) // the names of the columns
          .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(',') + 1)))
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A month's name, such as {@code 1959-03}. */
  static String month(int index) {
    return "%d-%02d".formatted(1949 + index / MONTHS_A_YEAR, index % MONTHS_A_YEAR + 1);
  }
}
