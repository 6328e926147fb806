package io.tenon.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The version of a system, which its build writes beside the class that runs it. */
public final class Version {
  private Version() {}

  /** What {@code version.txt} beside that class says. */
  public static String beside(Class<?> type) {
    try (InputStream in =
        Objects.requireNonNull(
            type.getResourceAsStream("version.txt"), "no version.txt beside " + type)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
