package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.AdaptivePoolingSpec;
import io.tenon.layer.PoolingSpec;
import io.tenon.onednn.OneDnn;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.nio.FloatBuffer;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Poolings to a given size, one axis after the other: the i-th of n windows over a size goes from i
 * * size / n, rounded down, to (i + 1) * size / n, rounded up.
 */
final class AdaptivePoolingKernel {
  private AdaptivePoolingKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<AdaptivePoolingSpec> specType() {
      return AdaptivePoolingSpec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      boolean largest = context.spec(AdaptivePoolingSpec.class).kind() == PoolingSpec.Kind.MAX;
      long[] to = context.outputShape(); // (batch, space, channels)
      return new TapeKernel(
          context,
          (tape, inputs) -> {
            Value x = inputs.input(0);
            long[] sizes = x.sizes.clone();
            for (int axis = 1; axis < sizes.length - 1; axis++) {
              long outer = Axes.elements(sizes, 0, axis);
              long inner = Axes.elements(sizes, axis + 1, sizes.length);
              Value rows = tape.reshape(x, outer, sizes[axis], inner);
              Value pooled =
                  largest
                      ? largest(context, tape, rows, to[axis])
                      : means(context, tape, rows, to[axis]);
              sizes[axis] = to[axis];
              x = tape.reshape(pooled, sizes);
            }
            return x;
          });
    }

    private static long start(long window, long size, long windows) {
      return window * size / windows;
    }

    private static long end(long window, long size, long windows) {
      return -Math.floorDiv(-(window + 1) * size, windows);
    }

    /** (1, windows, size) x (outer, size, inner) = (outer, windows, inner). */
    private static Value means(KernelContext context, Tape tape, Value x, long windows) {
      long size = x.sizes[1];
      float[] shares = new float[Math.toIntExact(windows * size)];
      for (long window = 0; window < windows; window++) {
        long start = start(window, size, windows);
        long end = end(window, size, windows);
        for (long i = start; i < end; i++) {
          shares[Math.toIntExact(window * size + i)] = 1f / (end - start);
        }
      }
      return AxisProduct.of(context, tape, shares, windows, x);
    }

    /** (outer, size, inner) to (outer, windows, inner). */
    private static Value largest(KernelContext context, Tape tape, Value x, long windows) {
      Value result = tape.array(x.sizes[0], windows, x.sizes[2]);
      Largest largest = new Largest(x.sizes, windows);
      tape.record(
          () -> largest.find(x.memory, result.memory),
          result,
          gradient -> {
            memory back = context.backwardScratch(OneDnn.rows(x.sizes));
            tape.runBackward(() -> largest.give(gradient, back));
            tape.add(back, x.sizes, 1, x);
          });
      return result;
    }
  }

  /** The largest of each window along the middle axis, and where it was. */
  private static final class Largest {
    private final int outer;
    private final int size;
    private final int inner;
    private final int windows;
    private final int[] places;

    Largest(long[] sizes, long windows) {
      this.outer = Math.toIntExact(sizes[0]);
      this.size = Math.toIntExact(sizes[1]);
      this.inner = Math.toIntExact(sizes[2]);
      this.windows = Math.toIntExact(windows);
      this.places = new int[outer * this.windows * inner];
    }

    void find(memory from, memory to) {
      FloatBuffer values = buffer(from);
      FloatBuffer results = buffer(to);
      for (int place = 0; place < places.length; place++) {
        int window = place / inner % windows;
        int first = place / inner / windows * size * inner + place % inner;
        int found = first + (int) Factory.start(window, size, windows) * inner;
        int end = first + (int) Factory.end(window, size, windows) * inner;
        for (int at = found; at < end; at += inner) {
          found = values.get(at) > values.get(found) ? at : found;
        }
        places[place] = found;
        results.put(place, values.get(found));
      }
    }

    void give(memory gradient, memory to) {
      OneDnn.zero(to);
      FloatBuffer given = buffer(gradient);
      FloatBuffer taken = buffer(to);
      for (int place = 0; place < places.length; place++) {
        taken.put(places[place], taken.get(places[place]) + given.get(place));
      }
    }

    private static FloatBuffer buffer(memory of) {
      long count = of.get_desc().get_size() / Float.BYTES;
      return new FloatPointer(of.get_data_handle()).capacity(count).asBuffer();
    }
  }
}
