package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Masking;
import io.tenon.onednn.OneDnn;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.nio.FloatBuffer;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/** {@link Masking}: a mask of the steps that hold another value than the missing one. */
final class MaskingKernel {
  private MaskingKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Masking.Spec> specType() {
      return Masking.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      float missing = (float) context.spec(Masking.Spec.class).maskValue();
      long[] shape = context.inputShape(0); // (batch, time, features)
      return new TapeKernel(
          context,
          (tape, inputs) -> {
            Value x = inputs.input(0);
            memory mask = context.makeMask();
            tape.run(() -> find(x.memory, mask, (int) shape[2], missing));
            long[] sizes = {shape[0], shape[1], 1};
            return tape.times(x, tape.given(context.seenAs(mask, OneDnn.rows(sizes)), null, sizes));
          });
    }

    private static void find(memory from, memory mask, int features, float missing) {
      FloatBuffer values = buffer(from);
      FloatBuffer counts = buffer(mask);
      for (int step = 0; step < counts.capacity(); step++) {
        boolean found = false;
        for (int i = 0; i < features && !found; i++) {
          found = values.get(step * features + i) != missing;
        }
        counts.put(step, found ? 1 : 0);
      }
    }

    private static FloatBuffer buffer(memory of) {
      long count = of.get_desc().get_size() / Float.BYTES;
      return new FloatPointer(of.get_data_handle()).capacity(count).asBuffer();
    }
  }
}
