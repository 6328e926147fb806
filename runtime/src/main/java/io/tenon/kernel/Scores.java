package io.tenon.kernel;

import io.tenon.ActivationFunction;
import io.tenon.onednn.OneDnn;
import io.tenon.plan.KernelContext;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** From the scores of an attention, (batch, heads, queries, values), to what is seen of each. */
final class Scores {
  /** What is taken from the score of something that must not be seen, as Keras does. */
  static final float UNSEEN = 1e9f;

  private final KernelContext context;
  private final Tape tape;

  Scores(KernelContext context, Tape tape) {
    this.context = context;
    this.tape = tape;
  }

  /**
   * The scores less what masks and causality hide: once, however many of them do, so that a query
   * from which all is hidden sees all alike, as in Keras.
   */
  Value hide(Value scores, boolean causal, boolean queriesToo) {
    long batch = scores.sizes[0];
    long queries = scores.sizes[2];
    long values = scores.sizes[3];
    int value = Math.min(1, context.inputCount() - 1);
    List<Value> masks = new ArrayList<>();
    addMask(masks, value, batch, 1, 1, values);
    if (context.inputCount() > 2 && queriesToo) {
      addMask(masks, 2, batch, 1, 1, values);
    }
    if (queriesToo) {
      addMask(masks, 0, batch, 1, queries, 1);
    }
    if (causal) {
      float[] seen = new float[(int) (queries * values)];
      for (int query = 0; query < queries; query++) {
        for (int before = 0; before <= Math.min(query, values - 1); before++) {
          seen[(int) (query * values) + before] = 1;
        }
      }
      memory constant = context.constant(seen, 1, 1, queries, values);
      masks.add(tape.given(constant, null, 1, 1, queries, values));
    }
    if (masks.isEmpty()) {
      return scores;
    }
    Value ones = tape.constant(1, batch, 1, queries, values);
    Value seen = ones;
    for (Value mask : masks) {
      seen = tape.times(seen, mask);
    }
    return tape.sum(scores, tape.scale(tape.sum(ones, seen, -1), UNSEEN), -1);
  }

  private void addMask(List<Value> masks, int input, long... sizes) {
    memory mask = context.mask(input);
    if (mask != null) {
      masks.add(tape.given(context.seenAs(mask, OneDnn.rows(sizes)), null, sizes));
    }
  }

  /** Shares of each value that sum to 1, some of them dropped while training. */
  Value shares(Value scores, double dropout) {
    Value shares = tape.apply(ActivationFunction.SOFTMAX, scores);
    return dropout == 0 || !context.training()
        ? shares
        : tape.times(shares, Drawn.dropout(context, tape, dropout, 0, shares.sizes));
  }

  /** 0 where a query does not count; (batch, queries, features). */
  Value onlyQueries(Value result) {
    @Nullable memory mask = context.mask(0);
    if (mask == null) {
      return result;
    }
    long[] sizes = {result.sizes[0], result.sizes[1], 1};
    return tape.times(result, tape.given(context.seenAs(mask, OneDnn.rows(sizes)), null, sizes));
  }
}
