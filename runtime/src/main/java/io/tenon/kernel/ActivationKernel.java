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
  private final Operation copy;
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
    memory gradient = context.backward() ? context.outputGradient() : null;
    this.activation = new ActivationStage(context, spec.activation(), output, gradient);
    this.copy = context.reorder(input, activation.before(), activation.attributes());
    this.copyGradient =
        gradient != null && context.wantsInputGradient(0)
            ? context.reorder(gradient, context.inputGradient(0))
            : null;
  }

  @Override
  public void forward() {
    copy.run();
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
