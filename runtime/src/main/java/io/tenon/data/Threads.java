package io.tenon.data;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Threads that make data. */
final class Threads {
  private Threads() {}

  /** A thread that does not keep the process alive. */
  static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "tenon-data");
    thread.setDaemon(true);
    return thread;
  }

  /** What a task gave, or its exception; the pass that it belongs to is closed then. */
  static <R> R result(Future<? extends R> task, DataIterator<?> pass) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      pass.close();
      throw rethrown(e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(pass);
    }
  }

  static DataException interrupted(DataIterator<?> pass) {
    pass.close();
    Thread.currentThread().interrupt();
    return new DataException("interrupted while waiting for data");
  }

  /** An exception of another thread, with the stack of this one besides its own. */
  static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException exception) {
      exception.addSuppressed(new IllegalStateException("thrown while making data for"));
      return exception;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(cause);
  }
}
