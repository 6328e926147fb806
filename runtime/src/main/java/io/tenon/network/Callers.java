package io.tenon.network;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many threads predict at this moment, with whatever model. One that predicts by itself has all
 * processors help it; several that predict at once would get into each other's way with that, so
 * each does its own work alone.
 */
final class Callers {
  /** As long as this after several were seen, one that meets nobody has only come between them. */
  private static final long MEMORY_NANOSECONDS = 10_000_000;

  private static final AtomicInteger INSIDE = new AtomicInteger();
  private static volatile long lastShared = System.nanoTime() - MEMORY_NANOSECONDS;

  private Callers() {}

  /** Counts the calling thread, until {@link #leave}; tells whether it is to work alone. */
  static boolean enter() {
    long now = System.nanoTime();
    if (INSIDE.incrementAndGet() > 1) {
      lastShared = now;
      return true;
    }
    return now - lastShared < MEMORY_NANOSECONDS;
  }

  static void leave() {
    INSIDE.decrementAndGet();
  }
}
