package io.tenon.training;

import io.tenon.data.CheckedSamples;
import io.tenon.data.DataException;
import io.tenon.data.FixedBatch;
import io.tenon.graph.Graph;
import io.tenon.plan.Plan;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The plans of one call, one for each batch size and each size of named axes: for arrays one for
 * whole batches and one for the rest. Those not used lately are given up.
 */
final class Plans implements AutoCloseable {
  private static final int MOST = 8;

  private final BiFunction<Graph, Integer, Plan> make;
  private final Map<Key, Plan> plans = new LinkedHashMap<>(16, 0.75f, true);
  private final IdentityHashMap<CheckedSamples, Map<Integer, Pass>> passes =
      new IdentityHashMap<>();

  /** A graph with known sizes, and a batch size. */
  private record Key(Graph graph, int batchSize) {}

  /**
   * No plans yet.
   *
   * @param make makes one
   */
  Plans(BiFunction<Graph, Integer, Plan> make) {
    this.make = make;
  }

  /** Samples that are run many times, in batches of one size. */
  Pass pass(CheckedSamples samples, int batchSize) {
    Map<Integer, Pass> bySize = passes.computeIfAbsent(samples, unused -> new HashMap<>());
    Pass pass = bySize.get(batchSize);
    if (pass == null) {
      pass = new Pass(plan(samples.graph(), batchSize), samples, batchSize);
      bySize.put(batchSize, pass);
    }
    return pass;
  }

  /**
   * Samples that are run once, all in one batch.
   *
   * @throws DataException if the model fixes another size of batches
   */
  Pass single(CheckedSamples samples) {
    int size = FixedBatch.size(samples.graph(), samples.count(), true);
    return new Pass(plan(samples.graph(), size), samples, size);
  }

  private Plan plan(Graph bound, int batchSize) {
    Key key = new Key(bound, batchSize);
    Plan plan = plans.get(key);
    if (plan == null) {
      plan = make.apply(bound, batchSize);
      plans.put(key, plan);
      if (plans.size() > MOST) {
        forget(plans.entrySet().iterator());
      }
    }
    return plan;
  }

  private void forget(Iterator<Map.Entry<Key, Plan>> oldest) {
    Plan plan = oldest.next().getValue();
    oldest.remove();
    passes.values().forEach(bySize -> bySize.values().removeIf(pass -> pass.plan() == plan));
    plan.close();
  }

  @Override
  public void close() {
    plans.values().forEach(Plan::close);
    plans.clear();
  }
}
