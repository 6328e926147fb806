package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Embedding;
import io.tenon.onednn.OneDnn;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** {@link Embedding}: rows of a table copied out, and their gradients added up in it. */
final class EmbeddingKernel implements Kernel {
  private static final int TABLE = 0;

  private final String name;
  private final int words;
  private final int count;
  private final int width;
  private final IntBuffer tokens;
  private final memory table;
  private final memory output;
  private final @Nullable memory gradient;
  private final @Nullable memory tableGradient;
  private final @Nullable memory mask;
  private final float[] row;
  private final float[] sum;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Embedding.Spec> specType() {
      return Embedding.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new EmbeddingKernel(context.spec(Embedding.Spec.class), context);
    }
  }

  private EmbeddingKernel(Embedding.Spec spec, KernelContext context) {
    this.name = context.node().name();
    this.words = spec.inputDim();
    this.width = spec.outputDim();
    int elements = 1;
    for (long size : context.inputShape(0)) {
      elements = Math.multiplyExact(elements, Math.toIntExact(size));
    }
    this.count = elements;
    this.tokens = new IntPointer(context.integers(0)).capacity(count).asBuffer();
    memory.desc layout = OneDnn.rows(words, width);
    this.table = context.weight(TABLE, layout); // (words, width)
    this.output = context.outputRows(count, width); // (batch * time, width)
    boolean backward = context.backward();
    this.gradient = backward ? context.outputGradientRows(count, width) : null;
    this.tableGradient = backward ? context.weightGradient(TABLE, layout) : null;
    this.mask = spec.maskZero() ? context.makeMask() : null;
    this.row = new float[width];
    this.sum = new float[width];
  }

  @Override
  public void forward() {
    FloatBuffer from = buffer(table, words);
    FloatBuffer to = buffer(output, count);
    FloatBuffer counts = mask == null ? null : buffer(mask, count);
    for (int i = 0; i < count; i++) {
      int token = tokens.get(i);
      if (counts != null) {
        counts.put(i, token == 0 ? 0 : 1);
      }
      if (token < 0 || token >= words) {
        throw new IllegalArgumentException(
            "%s: the token %d is not one of 0 to %d".formatted(name, token, words - 1));
      }
      from.get(token * width, row);
      to.put(i * width, row);
    }
  }

  @Override
  public void backward() {
    if (gradient == null || tableGradient == null) {
      return;
    }
    Pointer.memset(tableGradient.get_data_handle(), 0, (long) words * width * Float.BYTES);
    FloatBuffer from = buffer(gradient, count);
    FloatBuffer to = buffer(tableGradient, words);
    for (int i = 0; i < count; i++) {
      int start = tokens.get(i) * width;
      from.get(i * width, row);
      to.get(start, sum);
      for (int j = 0; j < width; j++) {
        sum[j] += row[j];
      }
      to.put(start, sum);
    }
  }

  private FloatBuffer buffer(memory memory, int rows) {
    return new FloatPointer(memory.get_data_handle()).capacity((long) rows * width).asBuffer();
  }
}
