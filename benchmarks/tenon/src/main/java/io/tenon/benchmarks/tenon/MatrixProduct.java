package io.tenon.benchmarks.tenon;

import java.util.Arrays;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * A large product of float32 matrices by oneDNN, directly: what no network can exceed on this
 * machine.
 */
final class MatrixProduct implements AutoCloseable {
  private static final long SIZE = 2048;

  private final PointerScope scope = new PointerScope();
  private final engine cpu = new engine(engine.kind.cpu, 0);
  private final stream queue = new stream(cpu);
  private final matmul product;
  private final IntMemoryMap arguments = new IntMemoryMap();

  MatrixProduct() {
    memory.desc square =
        new memory.desc(new long[] {SIZE, SIZE}, memory.data_type.f32, memory.format_tag.ab);
    product = new matmul(new matmul.primitive_desc(cpu, square, square, square));
    for (int argument : new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_WEIGHTS, dnnl.DNNL_ARG_DST}) {
      memory values = new memory(square, cpu);
      new FloatPointer(values.get_data_handle())
          .capacity(SIZE * SIZE)
          .put(ones(), 0, (int) (SIZE * SIZE));
      arguments.put(argument, values);
    }
  }

  /** Written, so that the memory is real: pages never touched are all one page of zeros. */
  private static float[] ones() {
    float[] ones = new float[(int) (SIZE * SIZE)];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The best of many runs, in GFLOP/s. */
  double peak(double seconds) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    double best = 0;
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      product.execute(queue, arguments);
      queue._wait();
      best = Math.max(best, 2.0 * SIZE * SIZE * SIZE / (System.nanoTime() - start));
    }
    return best;
  }

  @Override
  public void close() {
    scope.close();
  }
}
