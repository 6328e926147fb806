package io.tenon.kernel;

import io.tenon.ActivationFunction;
import io.tenon.onednn.OneDnn;
import io.tenon.plan.KernelContext;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** From the scores of an attention, (batch, heads, queries, values), to what is seen of each. */
final class Scores {
  /** What is taken from the score of something that must not be seen, as Keras does. */
  private static final float UNSEEN = 1e9f;

  private final KernelContext context;
  private final Tape tape;

  Scores(KernelContext context, Tape tape) {
    this.context = context;
    this.tape = tape;
  }

  /** The scores less what masks and causality hide. */
  Value hide(Value scores, boolean causal, boolean queriesToo) {
    Value result = scores;
    long batch = scores.sizes[0];
    long queries = scores.sizes[2];
    long values = scores.sizes[3];
    int value = Math.min(1, context.inputCount() - 1);
    memory valueMask = context.mask(value);
    if (valueMask != null) {
      result = less(result, valueMask, batch, 1, 1, values);
    }
    memory queryMask = context.mask(0);
    if (queriesToo && queryMask != null) {
      result = less(result, queryMask, batch, 1, queries, 1);
    }
    if (causal) {
      float[] hidden = new float[(int) (queries * values)];
      for (int query = 0; query < queries; query++) {
        for (int later = query + 1; later < values; later++) {
          hidden[(int) (query * values) + later] = UNSEEN;
        }
      }
      memory constant = context.constant(hidden, 1, 1, queries, values);
      result = tape.sum(result, tape.given(constant, null, 1, 1, queries, values), -1);
    }
    return result;
  }

  /** Takes a lot where a mask is 0. */
  private Value less(Value scores, memory mask, long... sizes) {
    memory seen = context.seenAs(mask, OneDnn.rows(sizes));
    Value missing = tape.sum(tape.constant(1, sizes), tape.given(seen, null, sizes), -1);
    return tape.sum(scores, tape.scale(missing, UNSEEN), -1);
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
