package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MULTIPLE_SRC;

import com.google.auto.service.AutoService;
import io.tenon.layer.Concatenate;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.dnnl.concat;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory_desc_vector;

/**
 * {@link Concatenate}: rows in, rows out. All axes before the joined one count as one, and so do
 * all behind it with it: (outer, inner).
 */
final class ConcatenateKernel implements Kernel {
  private static final int INNER = 1;

  private final List<KernelContext.Rows> inputs = new ArrayList<>();
  private final Operation forward;
  private final List<Operation> masks = new ArrayList<>();
  private final List<Operation> backward = new ArrayList<>();
  private final List<KernelContext.Rows> inputGradients = new ArrayList<>();

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Concatenate.Spec> specType() {
      return Concatenate.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new ConcatenateKernel(context.spec(Concatenate.Spec.class), context);
    }
  }

  private ConcatenateKernel(Concatenate.Spec spec, KernelContext context) {
    int rank = context.outputShape().length;
    int axis = spec.axis() < 0 ? rank + spec.axis() : spec.axis();
    long outer = product(context.outputShape(), 0, axis);
    long total = product(context.outputShape(), axis, rank);

    memory_desc_vector layouts = new memory_desc_vector();
    for (int i = 0; i < context.inputCount(); i++) {
      long inner = product(context.inputShape(i), axis, rank);
      KernelContext.Rows input = context.inputRows(i, outer, inner);
      inputs.add(input);
      layouts.push_back(input.memory().get_desc());
    }
    memory output = context.outputRows(outer, total);
    forward =
        context.operation(
            new concat(
                new concat.primitive_desc(OneDnn.engine(), output.get_desc(), INNER, layouts)));
    for (int i = 0; i < inputs.size(); i++) {
      forward.with(DNNL_ARG_MULTIPLE_SRC + i, inputs.get(i).memory());
    }
    forward.with(DNNL_ARG_DST, output);

    if (axis == 1) {
      joinMasks(context);
    } else {
      masks.addAll(MergedMask.of(context));
    }
    if (context.backward()) {
      memory gradient = context.outputGradientRows(outer, total);
      long start = 0;
      for (int i = 0; i < context.inputCount(); i++) {
        long inner = product(context.inputShape(i), axis, rank);
        if (context.wantsInputGradient(i)) {
          KernelContext.Rows target = context.inputGradientRows(i, outer, inner);
          memory.desc part =
              gradient
                  .get_desc()
                  .submemory_desc(new long[] {outer, inner}, new long[] {0, start}, false);
          backward.add(context.reorder(context.seenAs(gradient, part), target.memory()));
          inputGradients.add(target);
        }
        start += inner;
      }
    }
  }

  /** Along time each keeps its own mask. */
  private void joinMasks(KernelContext context) {
    boolean none = IntStream.range(0, inputs.size()).allMatch(i -> context.mask(i) == null);
    if (!context.node().type().masked() || none) {
      return; // without a mask, or with one that is handed on from elsewhere
    }
    memory result = context.makeMask();
    long batch = context.outputShape()[0];
    long start = 0;
    for (int i = 0; i < inputs.size(); i++) {
      long time = context.inputShape(i)[1];
      memory mask = context.mask(i);
      memory counts = mask == null ? context.constant(1, batch, time) : mask;
      long[] strides = {context.outputShape()[1], 1};
      memory.desc part = OneDnn.strided(new long[] {batch, time}, strides);
      masks.add(context.reorder(counts, context.seenAs(result, part, start)));
      start += time;
    }
  }

  private static long product(long[] sizes, int from, int to) {
    long product = 1;
    for (int i = from; i < to; i++) {
      product *= sizes[i];
    }
    return product;
  }

  @Override
  public void forward() {
    for (int i = 0; i < inputs.size(); i++) {
      inputs.get(i).prepare();
    }
    forward.run();
    for (int i = 0; i < masks.size(); i++) {
      masks.get(i).run();
    }
  }

  @Override
  public void backward() {
    for (int i = 0; i < backward.size(); i++) {
      backward.get(i).run();
      inputGradients.get(i).prepare();
    }
  }
}
