package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.ActivationFunction;
import io.tenon.layer.Attention;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;

/** {@link Attention}: softmax(query x key' [* scale]) x value. */
final class AttentionKernel {
  private AttentionKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Attention.Spec> specType() {
      return Attention.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      Attention.Spec spec = context.spec(Attention.Spec.class);
      return new TapeKernel(context, (tape, inputs) -> record(context, spec, tape, inputs));
    }

    private static Value record(
        KernelContext context, Attention.Spec spec, Tape tape, TapeInputs inputs) {
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

    private static Value compare(
        Attention.Spec spec, Tape tape, TapeInputs inputs, Value query, Value key) {
      Value scale = spec.useScale() ? inputs.weight(0, 1, 1, 1) : null;
      if (spec.scoreMode() == Attention.ScoreMode.DOT) {
        Value scores = tape.product(query, tape.permute(key, 0, 2, 1));
        return scale == null ? scores : tape.times(scores, scale);
      }
      long batch = query.sizes[0];
      long queries = query.sizes[1];
      long values = key.sizes[1];
      long features = query.columns();
      // (batch, queries, values, features)
      Value zeros = tape.constant(0, batch, queries, values, features);
      Value left = tape.sum(zeros, tape.reshape(query, batch, queries, 1, features), 1);
      Value both = tape.sum(left, tape.reshape(key, batch, 1, values, features), 1);
      if (scale != null) {
        both = tape.times(both, tape.reshape(scale, 1, 1, 1, 1));
      }
      Value likeness = tape.total(tape.apply(ActivationFunction.TANH, both), 1, 3);
      Value weight = inputs.weight(scale == null ? 0 : 1, 1, 1, 1);
      return tape.times(tape.reshape(likeness, batch, queries, values), weight);
    }
  }
}
