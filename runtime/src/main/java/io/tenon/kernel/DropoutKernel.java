package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Dropout;
import io.tenon.onednn.Operation;
import io.tenon.onednn.Pointwise;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import io.tenon.plan.Mode;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/** {@link Dropout}: a product with a mask that is drawn anew for each step. */
final class DropoutKernel implements Kernel {
  private final Mode mode;
  private final long seed;
  private final float rate;
  private final Operation forward;
  private final @Nullable Operation backward;
  private final memory mask;
  private final float[] draws;
  private @Nullable FloatBuffer maskBuffer;

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
    this.mode = context.mode();
    this.seed = context.seed();
    this.rate = (float) spec.rate();
    memory input = context.input(0);
    memory output =
        context.outputMustBeRows()
            ? Layouts.outputRows(context)
            : context.output(context.inputLayout(0));
    this.mask = context.scratch(output.get_desc());
    this.forward = context.keep(new Pointwise(input, mask).into(output));
    this.backward =
        context.wantsInputGradient(0)
            ? context.keep(
                new Pointwise(context.outputGradient(), mask).into(context.inputGradient(0)))
            : null;
    this.draws = new float[(int) (output.get_desc().get_size() / Float.BYTES)];
  }

  @Override
  public void forward() {
    if (mode.training()) {
      BernoulliMask.draw(draws, rate, seed, mode.step());
    } else {
      Arrays.fill(draws, 1);
    }
    if (maskBuffer == null) {
      maskBuffer = new FloatPointer(mask.get_data_handle()).capacity(draws.length).asBuffer();
    }
    maskBuffer.put(0, draws);
    forward.run();
  }

  @Override
  public void backward() {
    if (backward != null) {
      backward.run();
    }
  }
}
