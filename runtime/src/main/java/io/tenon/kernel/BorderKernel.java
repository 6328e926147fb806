package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.BorderSpec;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * Croppings and paddings: the smaller of input and output is a box within the larger. Where the
 * larger is written, it is set to 0 first.
 */
final class BorderKernel implements Kernel {
  private final KernelContext context;
  private final KernelContext.Rows input;
  private final List<Operation> forward;
  private List<Operation> backward = List.of();
  private KernelContext.@Nullable Rows inputGradient;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<BorderSpec> specType() {
      return BorderSpec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new BorderKernel(context.spec(BorderSpec.class), context);
    }
  }

  private BorderKernel(BorderSpec spec, KernelContext context) {
    this.context = context;
    boolean crop = spec.change() == BorderSpec.Change.CROP;
    long[] from = context.inputShape(0);
    long[] to = context.outputShape();
    long[] large = crop ? from : to;
    long[] small = crop ? to : from;
    long[] start = new long[large.length];
    for (int i = 0; i < spec.ends().size() / 2; i++) {
      start[i + 1] = spec.ends().get(2 * i);
    }
    memory.desc box = OneDnn.rows(large).submemory_desc(small, start, false);
    this.input = context.inputRows(0, from);
    memory output = context.outputRows(to);
    this.forward = crop ? cut(input.memory(), box, output) : place(input.memory(), box, output, to);
    if (context.wantsInputGradient(0)) {
      memory gradient = context.outputGradientRows(to);
      inputGradient = context.inputGradientRows(0, from);
      memory target = inputGradient.memory();
      backward = crop ? place(gradient, box, target, from) : cut(gradient, box, target);
    }
  }

  private List<Operation> cut(memory large, memory.desc box, memory small) {
    return List.of(context.reorder(context.seenAs(large, box), small));
  }

  private List<Operation> place(memory small, memory.desc box, memory large, long[] sizes) {
    List<Operation> operations = new ArrayList<>();
    operations.add(context.reorder(context.constant(0, sizes), large));
    operations.add(context.reorder(small, context.seenAs(large, box)));
    return operations;
  }

  @Override
  public void forward() {
    input.prepare();
    for (int i = 0; i < forward.size(); i++) {
      forward.get(i).run();
    }
  }

  @Override
  public void backward() {
    for (int i = 0; i < backward.size(); i++) {
      backward.get(i).run();
    }
    if (inputGradient != null) {
      inputGradient.prepare();
    }
  }
}
