package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Dropout;
import io.tenon.onednn.Operation;
import io.tenon.onednn.Pointwise;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** {@link Dropout}: a product with a mask that is drawn anew for each step. */
final class DropoutKernel implements Kernel {
  private final Operation forward;
  private final @Nullable Operation backward;
  private final Drawn mask;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Dropout.Spec> specType() {
      return Dropout.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      Dropout.Spec spec = context.spec(Dropout.Spec.class);
      return spec.rate() == 0 || !context.training()
          ? new PassKernel(context)
          : new DropoutKernel(spec, context);
    }
  }

  private DropoutKernel(Dropout.Spec spec, KernelContext context) {
    memory input = context.input(0);
    memory output =
        context.outputMustBeRows()
            ? Layouts.outputRows(context)
            : context.output(context.inputLayout(0));
    this.mask = Drawn.dropout(context, spec.rate(), output.get_desc());
    this.forward = context.keep(new Pointwise(input, mask.memory()).into(output));
    this.backward =
        context.wantsInputGradient(0)
            ? context.keep(
                new Pointwise(context.outputGradient(), mask.memory())
                    .into(context.inputGradient(0)))
            : null;
  }

  @Override
  public void forward() {
    mask.draw();
    forward.run();
  }

  @Override
  public void backward() {
    if (backward != null) {
      backward.run();
    }
  }
}
