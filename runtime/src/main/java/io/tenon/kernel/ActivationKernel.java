package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Activation;
import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** {@link Activation}: a function of each element. */
final class ActivationKernel implements Kernel {
  private final @Nullable Operation arrange;
  private final ActivationStage activation;
  private final @Nullable Operation copyGradient;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Activation.Spec> specType() {
      return Activation.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new ActivationKernel(context.spec(Activation.Spec.class), context);
    }
  }

  private ActivationKernel(Activation.Spec spec, KernelContext context) {
    memory input = context.input(0);
    memory output =
        context.outputMustBeRows()
            ? Layouts.outputRows(context)
            : context.output(context.inputLayout(0));
    boolean sameLayout = KernelContext.same(input.get_desc(), output.get_desc());
    memory source = sameLayout ? input : context.scratch(output.get_desc());
    this.arrange = sameLayout ? null : context.reorder(input, source);
    memory gradient = context.backward() ? context.outputGradient() : null;
    this.activation =
        new ActivationStage(
            context, spec.activation(), source, output, gradient, context.lossSkipsActivation());
    this.copyGradient =
        gradient != null && context.wantsInputGradient(0)
            ? context.reorder(gradient, context.inputGradient(0))
            : null;
  }

  @Override
  public void forward() {
    if (arrange != null) {
      arrange.run();
    }
    activation.forward();
  }

  @Override
  public void backward() {
    activation.backward();
    if (copyGradient != null) {
      copyGradient.run();
    }
  }
}
