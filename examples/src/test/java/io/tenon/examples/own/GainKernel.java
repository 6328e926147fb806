package io.tenon.examples.own;

import io.tenon.onednn.OneDnn;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.nio.FloatBuffer;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/** {@link Gain}, row by row: y = limited(x * gain). */
final class GainKernel implements Kernel {
  private final Gain.Spec spec;
  private final int rows;
  private final int features;
  private final KernelContext.Rows input;
  private final memory output;
  private final memory gain;
  private @Nullable memory outputGradient;
  private @Nullable memory gainGradient;
  private KernelContext.@Nullable Rows inputGradient;

  /** Makes these kernels. */
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Gain.Spec> specType() {
      return Gain.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new GainKernel(context);
    }
  }

  private GainKernel(KernelContext context) {
    long[] shape = context.inputShape(0);
    this.spec = context.spec(Gain.Spec.class);
    this.features = (int) shape[shape.length - 1];
    long elements = 1;
    for (long size : shape) {
      elements *= size;
    }
    this.rows = (int) (elements / features);
    this.input = context.inputRows(0, rows, features);
    this.output = context.outputRows(rows, features);
    this.gain = context.weight(0, OneDnn.rows(features));
    if (context.backward()) {
      outputGradient = context.outputGradientRows(rows, features);
      gainGradient = context.weightGradient(0, OneDnn.rows(features));
      if (context.wantsInputGradient(0)) {
        inputGradient = context.inputGradientRows(0, rows, features);
      }
    }
  }

  private static FloatBuffer floats(memory memory, int count) {
    return new FloatPointer(memory.get_data_handle()).capacity(count).asBuffer();
  }

  @Override
  public void forward() {
    input.prepare();
    FloatBuffer x = floats(input.memory(), rows * features);
    FloatBuffer y = floats(output, rows * features);
    FloatBuffer factors = floats(gain, features);
    float limit = (float) spec.limit();
    for (int i = 0; i < rows * features; i++) {
      float product = x.get(i) * factors.get(i % features);
      boolean within = Math.abs(product) <= limit;
      float beyond = spec.beyond() == Gain.Beyond.ZERO ? 0 : Math.copySign(limit, product);
      y.put(i, within ? product : beyond);
    }
  }

  @Override
  public void backward() {
    if (outputGradient == null || gainGradient == null) {
      return;
    }
    FloatBuffer x = floats(input.memory(), rows * features);
    FloatBuffer given = floats(outputGradient, rows * features);
    FloatBuffer factors = floats(gain, features);
    FloatBuffer ofGain = floats(gainGradient, features);
    for (int feature = 0; feature < features; feature++) {
      float sum = 0;
      for (int i = feature; i < rows * features; i += features) {
        sum +=
            Math.abs(x.get(i) * factors.get(feature)) <= spec.limit() ? given.get(i) * x.get(i) : 0;
      }
      ofGain.put(feature, sum);
    }
    if (inputGradient != null) {
      FloatBuffer ofInput = floats(inputGradient.memory(), rows * features);
      for (int i = 0; i < rows * features; i++) {
        float factor = factors.get(i % features);
        ofInput.put(i, Math.abs(x.get(i) * factor) <= spec.limit() ? given.get(i) * factor : 0);
      }
      inputGradient.prepare();
    }
  }
}
