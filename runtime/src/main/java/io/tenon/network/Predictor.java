package io.tenon.network;

import io.tenon.data.Batches;
import io.tenon.data.CheckedSamples;
import io.tenon.data.FixedBatch;
import io.tenon.graph.OutputSpec;
import io.tenon.plan.Parameters;
import io.tenon.plan.Plan;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Predicts any number of samples, in batches, on plans from a pool. */
final class Predictor implements AutoCloseable {
  /** Large enough to keep the processor busy, small enough to stay in its caches. */
  private static final int BATCH = 256;

  private final PlanPool pool;
  private final ResultArrays arrays = new ResultArrays();

  Predictor(Parameters parameters) {
    this.pool = new PlanPool(parameters);
  }

  /** One array for each output: (samples, the output's shape). */
  INDArray[] predict(CheckedSamples samples) {
    return predict(samples, FixedBatch.size(samples.graph(), BATCH, false));
  }

  /** The same in one run. */
  INDArray[] predictOnBatch(CheckedSamples samples) {
    return predict(samples, FixedBatch.size(samples.graph(), samples.count(), true));
  }

  private INDArray[] predict(CheckedSamples samples, int batchSize) {
    List<OutputSpec> outputs = samples.graph().outputs();
    INDArray[] results = new INDArray[outputs.size()];
    for (int i = 0; i < results.length; i++) {
      long[] sizes = samples.graph().node(outputs.get(i).tensor()).type().shape().sizes();
      long[] shape = new long[sizes.length + 1];
      shape[0] = samples.count();
      System.arraycopy(sizes, 0, shape, 1, sizes.length);
      results[i] = arrays.uninitialized(shape);
    }
    boolean alone = Callers.enter();
    try {
      predict(samples, batchSize, alone, results);
    } finally {
      Callers.leave();
    }
    return results;
  }

  private void predict(CheckedSamples samples, int batchSize, boolean alone, INDArray[] results) {
    List<OutputSpec> outputs = samples.graph().outputs();
    for (int from = 0; from < samples.count(); from += batchSize) {
      int count = Math.min(batchSize, samples.count() - from);
      PlanPool.Key key = new PlanPool.Key(samples.graph(), count, alone);
      Plan plan = pool.borrow(key);
      try {
        Batches.ofInputs(samples, plan::input).copy(from, count);
        plan.forward();
        for (int i = 0; i < results.length; i++) {
          copyRows(plan.output(outputs.get(i).tensor()), results[i], from);
        }
      } finally {
        pool.giveBack(key, plan);
      }
    }
  }

  private static void copyRows(INDArray rows, INDArray result, int from) {
    if (rows.size(0) == result.size(0)) {
      result.assign(rows);
    } else {
      result.get(NDArrayIndex.interval(from, from + rows.size(0))).assign(rows);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
