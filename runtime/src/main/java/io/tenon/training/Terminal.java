package io.tenon.training;

import java.io.Console;

/** Tells whether somebody watches. */
final class Terminal {
  private Terminal() {}

  /** Whether standard output is a terminal, where a line can move. */
  @SuppressWarnings("SystemConsoleNull") // asked for below, where null is no longer the answer
  static boolean isOutput() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From JDK 22 on there is always a console, and it knows what it is connected to.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
