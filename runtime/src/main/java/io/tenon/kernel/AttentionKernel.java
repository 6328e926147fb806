package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.ActivationFunction;
import io.tenon.layer.AdditiveAttention;
import io.tenon.layer.Attention;
import io.tenon.layer.AttentionSpec;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import org.jspecify.annotations.Nullable;

/**
 * {@link Attention} and {@link AdditiveAttention}: softmax(scores) x value, where the scores are
 * query x key' [* scale], or sums of tanh(query + key).
 */
final class AttentionKernel {
  private AttentionKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<AttentionSpec> specType() {
      return AttentionSpec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      AttentionSpec spec = context.spec(AttentionSpec.class);
      return new TapeKernel(context, (tape, inputs) -> record(context, spec, tape, inputs));
    }

    private static Value record(
        KernelContext context, AttentionSpec spec, Tape tape, TapeInputs inputs) {
      int last = context.inputCount() - 1;
      Value query = inputs.input(0); // (batch, queries, features)
      Value value = last == 0 ? query : inputs.input(1); // (batch, values, other features)
      Value key = last == 2 ? inputs.input(2) : value; // (batch, values, features)
      long batch = query.sizes[0];
      long queries = query.sizes[1];
      long values = value.sizes[1];
      Value scores = compare(spec, tape, inputs, query, key); // (batch, queries, values)
      Scores rules = new Scores(context, tape);
      Value seen =
          rules.hide(tape.reshape(scores, batch, 1, queries, values), spec.useCausalMask(), false);
      Value shares = tape.reshape(rules.shares(seen, spec.dropout()), batch, queries, values);
      return rules.onlyQueries(tape.product(shares, value));
    }

    /** Scores, (batch, queries, values). */
    private static Value compare(
        AttentionSpec spec, Tape tape, TapeInputs inputs, Value query, Value key) {
      if (spec instanceof Attention.Spec attention) {
        Value scale = spec.useScale() ? inputs.weight(0, 1, 1, 1) : null;
        return attention.scoreMode() == Attention.ScoreMode.DOT
            ? byProduct(tape, query, key, scale)
            : bySum(tape, inputs, query, key, scale);
      }
      Value likeness = tape.apply(ActivationFunction.TANH, sums(tape, query, key));
      if (spec.useScale()) {
        likeness = tape.times(likeness, inputs.weight(0, 1, 1, 1, query.columns()));
      }
      return ofFeatures(tape, likeness);
    }

    private static Value byProduct(Tape tape, Value query, Value key, @Nullable Value scale) {
      Value scores = tape.product(query, tape.permute(key, 0, 2, 1));
      return scale == null ? scores : tape.times(scores, scale);
    }

    private static Value bySum(
        Tape tape, TapeInputs inputs, Value query, Value key, @Nullable Value scale) {
      Value both = sums(tape, query, key);
      if (scale != null) {
        both = tape.times(both, tape.reshape(scale, 1, 1, 1, 1));
      }
      Value likeness = ofFeatures(tape, tape.apply(ActivationFunction.TANH, both));
      return tape.times(likeness, inputs.weight(scale == null ? 0 : 1, 1, 1, 1));
    }

    /** Each query plus each key: (batch, queries, values, features). */
    private static Value sums(Tape tape, Value query, Value key) {
      long batch = query.sizes[0];
      long queries = query.sizes[1];
      long values = key.sizes[1];
      long features = query.columns();
      Value zeros = tape.constant(0, batch, queries, values, features);
      Value left = tape.sum(zeros, tape.reshape(query, batch, queries, 1, features), 1);
      return tape.sum(left, tape.reshape(key, batch, 1, values, features), 1);
    }

    /** Summed over the features. */
    private static Value ofFeatures(Tape tape, Value likeness) {
      long[] sizes = likeness.sizes;
      return tape.reshape(tape.total(likeness, 1, 3), sizes[0], sizes[1], sizes[2]);
    }
  }
}
