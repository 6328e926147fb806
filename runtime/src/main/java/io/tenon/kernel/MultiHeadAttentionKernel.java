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
      int last = context.inputCount() - 1;
      Value x = flat(context, inputs, 0);
      Value valueInput = last == 0 ? x : flat(context, inputs, 1);
      Value keyInput = last == 2 ? flat(context, inputs, 2) : valueInput;
      long batch = context.inputShape(0)[0];
      long queries = context.inputShape(0)[1];
      int perProjection = spec.useBias() ? 2 : 1;
      Projection project = new Projection(spec, tape, inputs, batch);
      Value query =
          tape.scale(project.heads(x, 0, spec.keyDim()), (float) (1 / Math.sqrt(spec.keyDim())));
      Value key = project.heads(keyInput, perProjection, spec.keyDim());
      Value value = project.heads(valueInput, 2 * perProjection, spec.valueDim());

      // (batch, heads, queries, key size) x (batch, heads, key size, values)
      Value scores = tape.product(query, tape.permute(key, 0, 1, 3, 2));
      Scores rules = new Scores(context, tape);
      Value shares = rules.shares(rules.hide(scores, spec.useCausalMask(), true), spec.dropout());
      // (batch, heads, queries, value size), then (batch * queries, heads * value size)
      Value found = tape.copy(tape.permute(tape.product(shares, value), 0, 2, 1, 3));
      long width = (long) spec.numHeads() * spec.valueDim();
      long[] output = context.outputShape();
      return project.linear(
          tape.reshape(found, batch * queries, width), 3 * perProjection, output[2]);
    }

    /** (batch * steps, features). */
    private static Value flat(KernelContext context, TapeInputs inputs, int index) {
      long[] shape = context.inputShape(index);
      return inputs.input(index, shape[0] * shape[1], shape[2]);
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
