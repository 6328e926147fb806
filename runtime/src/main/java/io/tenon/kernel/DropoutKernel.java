package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Dropout;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.onednn.Pointwise;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import io.tenon.plan.Mode;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * {@link Dropout}: what a mask keeps, scaled by 1 / (1 - rate), in one pass over flat arrays. The
 * way back reads the same mask. Some layers before it do it themselves: {@link FusedDropout}.
 */
final class DropoutKernel implements Kernel {
  private final Mode mode;
  private final Operation pass;
  private final Operation drop;
  private final boolean arranges;
  private final @Nullable Operation backward;
  private final @Nullable Operation backwardPass;
  private final KeepMask mask;

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
      if (spec.rate() == 0 || !context.training() || context.isFusedWithInput()) {
        return new PassKernel(context);
      }
      return spec.noiseShape().isEmpty()
          ? new DropoutKernel(spec, context)
          : NoiseShapes.dropout(context, spec.rate(), spec.noiseShape());
    }
  }

  /** Whether a layer before it can do it in its own pass. */
  static boolean isFusable(Dropout.Spec spec) {
    return spec.rate() > 0 && spec.noiseShape().isEmpty();
  }

  private DropoutKernel(Dropout.Spec spec, KernelContext context) {
    this.mode = context.mode();
    memory input = context.input(0);
    memory output =
        context.outputMustBeRows()
            ? Layouts.outputRows(context)
            : context.output(context.inputLayout(0));
    this.pass = context.reorder(input, output);
    this.arranges = !KernelContext.same(context.inputLayout(0), output.get_desc());
    long elements = output.get_desc().get_size() / Float.BYTES;
    float scale = (float) (1 / (1 - spec.rate()));
    this.mask = new KeepMask(context, spec.rate(), elements);
    this.drop = kept(context, arranges ? output : input, scale, output);
    if (!context.wantsInputGradient(0)) {
      this.backward = null;
      this.backwardPass = null;
      return;
    }
    memory gradient = context.outputGradient();
    memory target = context.inputGradient(0);
    this.backward = kept(context, gradient, scale, arranges ? gradient : target);
    this.backwardPass = context.reorder(gradient, target);
  }

  /** target = scale * mask * source, two arrays of one layout: element by element. */
  private Operation kept(KernelContext context, memory source, float scale, memory target) {
    memory.desc flat = OneDnn.rows(1, target.get_desc().get_size() / Float.BYTES);
    return context.keep(
        new Pointwise(context.seenAs(source, flat), mask.memory())
            .scale(scale)
            .into(context.seenAs(target, flat)));
  }

  @Override
  public void forward() {
    if (mode.training()) {
      mask.draw();
    }
    if (arranges || !mode.training()) {
      pass.run();
    }
    if (mode.training()) {
      drop.run();
    }
  }

  @Override
  public void backward() {
    if (backward != null && mode.training()) {
      backward.run();
    }
    if (backwardPass != null && (arranges || !mode.training())) {
      backwardPass.run();
    }
  }
}
