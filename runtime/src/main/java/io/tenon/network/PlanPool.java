package io.tenon.network;

import io.tenon.graph.Graph;
import io.tenon.plan.Parameters;
import io.tenon.plan.Plan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plans for prediction, lent to one caller at a time, so that many threads can predict on one
 * model. The plans of sizes not asked for lately are given up.
 */
final class PlanPool implements AutoCloseable {
  private static final int MOST_SIZES = 8;

  private final Parameters parameters;
  private final Map<Key, Deque<Plan>> idle = new LinkedHashMap<>(16, 0.75f, true);
  private boolean closed;

  PlanPool(Parameters parameters) {
    this.parameters = parameters;
  }

  /** A graph with known sizes, a batch size, and whether one thread is to do all of it. */
  record Key(Graph graph, int batchSize, boolean alone) {
    /** Few batch sizes are in use at a time, and the hash of a graph takes long to find. */
    @Override
    public int hashCode() {
      return batchSize;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && batchSize == key.batchSize
          && alone == key.alone
          && graph.equals(key.graph);
    }
  }

  /** A plan that nobody else uses until it is given back. */
  Plan borrow(Key key) {
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the model is closed");
      }
      Deque<Plan> plans = idle.get(key);
      if (plans != null && !plans.isEmpty()) {
        return plans.pop();
      }
    }
    return Plan.forPrediction(key.graph(), parameters, key.batchSize(), key.alone());
  }

  /** Takes a plan back. */
  synchronized void giveBack(Key key, Plan plan) {
    if (closed) {
      plan.close();
      return;
    }
    idle.computeIfAbsent(key, unused -> new ArrayDeque<>()).push(plan);
    Iterator<Deque<Plan>> oldest = idle.values().iterator();
    while (idle.size() > MOST_SIZES) {
      oldest.next().forEach(Plan::close);
      oldest.remove();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.values().forEach(plans -> plans.forEach(Plan::close));
    idle.clear();
  }
}
