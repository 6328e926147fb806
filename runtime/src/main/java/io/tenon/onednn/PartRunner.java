package io.tenon.onednn;

import java.util.List;
import java.util.concurrent.RecursiveAction;

/**
 * Runs the parts of a piece of work, each on a thread of its own where there is one free. What they
 * do must not depend on each other. For one caller at a time.
 */
public final class PartRunner implements Runnable {
  private final Part[] parts;

  /** Not run yet. */
  public PartRunner(List<? extends Runnable> parts) {
    this.parts = parts.stream().map(Part::new).toArray(Part[]::new);
  }

  /** A part as the pool runs it, again and again. */
  private static final class Part extends RecursiveAction {
    private static final long serialVersionUID = 1L;

    private final transient Runnable work;

    Part(Runnable work) {
      this.work = work;
    }

    @Override
    protected void compute() {
      work.run();
    }
  }

  @Override
  public void run() {
    for (int i = 1; i < parts.length; i++) {
      parts[i].reinitialize();
      parts[i].fork();
    }
    parts[0].compute();
    for (int i = 1; i < parts.length; i++) {
      parts[i].join();
    }
  }
}
