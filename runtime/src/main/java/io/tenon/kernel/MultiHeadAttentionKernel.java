package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.MultiHeadAttention;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;

/** {@link MultiHeadAttention}: all heads at once, as products of (batch, heads, steps, size). */
final class MultiHeadAttentionKernel {
  private MultiHeadAttentionKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<MultiHeadAttention.Spec> specType() {
      return MultiHeadAttention.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      MultiHeadAttention.Spec spec = context.spec(MultiHeadAttention.Spec.class);
      return new TapeKernel(context, (tape, inputs) -> record(context, spec, tape, inputs));
    }

    private static Value record(
        KernelContext context, MultiHeadAttention.Spec spec, Tape tape, TapeInputs inputs) {
      AttendedAxes axes =
          new AttendedAxes(context, tape, spec.attentionAxes(context.inputShape(0).length - 1));
      int last = context.inputCount() - 1;
      Value x = axes.rows(inputs, 0);
      Value valueInput = last == 0 ? x : axes.rows(inputs, 1);
      Value keyInput = last == 2 ? axes.rows(inputs, 2) : valueInput;
      long samples = context.inputShape(0)[0];
      long batch = samples * axes.attentions();
      int perProjection = spec.useBias() ? 2 : 1;
      Projection project = new Projection(spec, tape, inputs, batch);
      Value query =
          tape.scale(project.heads(x, 0, spec.keyDim()), (float) (1 / Math.sqrt(spec.keyDim())));
      Value key = project.heads(keyInput, perProjection, spec.keyDim());
      Value value = project.heads(valueInput, 2 * perProjection, spec.valueDim());
      long queries = query.sizes[2];
      long values = key.sizes[2];

      // (batch, heads, queries, key size) x (batch, heads, key size, values)
      Value scores = tape.product(query, tape.permute(key, 0, 1, 3, 2));
      // One mask for all attentions of a sample, as for its heads.
      long each = axes.attentions() * spec.numHeads();
      Scores rules = new Scores(context, tape);
      Value seen =
          rules.hide(
              tape.reshape(scores, samples, each, queries, values), spec.useCausalMask(), true);
      Value shares =
          tape.reshape(rules.shares(seen, spec.dropout()), batch, spec.numHeads(), queries, values);
      // (batch, heads, queries, value size), then (batch * queries, heads * value size)
      Value found = tape.copy(tape.permute(tape.product(shares, value), 0, 2, 1, 3));
      long width = (long) spec.numHeads() * spec.valueDim();
      long output = Axes.elements(context.outputShape(), 0, context.outputShape().length);
      return axes.inOrder(
          project.linear(
              tape.reshape(found, batch * queries, width),
              3 * perProjection,
              output / (batch * queries)));
    }
  }

  /** The products with the weights. */
  private record Projection(
      MultiHeadAttention.Spec spec, Tape tape, TapeInputs inputs, long batch) {
    /** (batch * steps, features) as (batch, heads, steps, size). */
    Value heads(Value x, int weight, long size) {
      Value all = linear(x, weight, spec.numHeads() * size);
      Value apart = tape.reshape(all, batch, x.rows() / batch, spec.numHeads(), size);
      return tape.permute(apart, 0, 2, 1, 3);
    }

    /** x times a kernel, plus a bias. */
    Value linear(Value x, int weight, long width) {
      Value product = tape.product(x, inputs.weight(weight, x.columns(), width));
      return spec.useBias() ? tape.sum(product, inputs.weight(weight + 1, 1, width), 1) : product;
    }
  }
}
