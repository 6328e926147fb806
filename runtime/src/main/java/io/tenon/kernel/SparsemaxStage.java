package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.KernelContext;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * Sparsemax of each row: the nearest point to it whose elements are shares, some of them 0. max(x -
 * t, 0) with the t for which the sum is 1; Martins and Astudillo, 2016.
 */
final class SparsemaxStage {
  private final Rows before;
  private final Rows output;
  private final @Nullable Rows gradient;
  private final int columns;
  private final float[] sorted;

  /**
   * A stage.
   *
   * @param before what goes in, (batch, channels, space)
   * @param output what comes out; may be the same memory
   * @param gradient the gradient of what comes out, which becomes that of what goes in
   */
  SparsemaxStage(KernelContext context, memory before, memory output, @Nullable memory gradient) {
    this.before = new Rows(context, before);
    this.output = new Rows(context, output);
    this.gradient = gradient == null ? null : new Rows(context, gradient);
    this.columns = Math.toIntExact(OneDnn.sizes(output.get_desc())[1]);
    this.sorted = new float[columns];
  }

  void forward() {
    float[] values = before.read();
    for (int row = 0; row < values.length; row += columns) {
      float threshold = threshold(values, row);
      for (int i = row; i < row + columns; i++) {
        values[i] = Math.max(values[i] - threshold, 0);
      }
    }
    output.write(values);
  }

  /** What is taken from each element of a row, so that the rest sums to 1. */
  private float threshold(float[] values, int row) {
    System.arraycopy(values, row, sorted, 0, columns);
    Arrays.sort(sorted);
    double sum = 0;
    double threshold = 0;
    for (int count = 1; count <= columns; count++) {
      float next = sorted[columns - count];
      sum += next;
      if (next <= (sum - 1) / count) {
        break;
      }
      threshold = (sum - 1) / count;
    }
    return (float) threshold;
  }

  /** Where a share is left, the gradient less its mean over such elements; else 0. */
  void backward() {
    if (gradient == null) {
      return;
    }
    float[] shares = output.read();
    float[] gradients = gradient.read();
    for (int row = 0; row < shares.length; row += columns) {
      double sum = 0;
      int count = 0;
      for (int i = row; i < row + columns; i++) {
        if (shares[i] > 0) {
          sum += gradients[i];
          count++;
        }
      }
      float mean = (float) (sum / Math.max(count, 1));
      for (int i = row; i < row + columns; i++) {
        gradients[i] = shares[i] > 0 ? gradients[i] - mean : 0;
      }
    }
    gradient.write(gradients);
  }

  /** A memory as rows of channels on the heap, arranged so first where it lies otherwise. */
  private static final class Rows {
    private final memory rows;
    private final @Nullable Operation arrange;
    private final @Nullable Operation restore;
    private final float[] values;

    Rows(KernelContext context, memory of) {
      long[] sizes = OneDnn.sizes(of.get_desc()); // (batch, channels, space)
      memory.desc wanted = channelsLast(sizes);
      boolean same = KernelContext.same(of.get_desc(), wanted);
      this.rows = same ? of : context.scratch(wanted);
      this.arrange = same ? null : context.reorder(of, rows);
      this.restore = same ? null : context.reorder(rows, of);
      this.values = new float[Math.toIntExact(Axes.elements(sizes, 0, sizes.length))];
    }

    private static memory.desc channelsLast(long[] sizes) {
      long[] shape = sizes.clone(); // (batch, space, channels)
      System.arraycopy(sizes, 2, shape, 1, sizes.length - 2);
      shape[shape.length - 1] = sizes[1];
      return OneDnn.channelsLast(shape);
    }

    float[] read() {
      if (arrange != null) {
        arrange.run();
      }
      buffer().get(0, values);
      return values;
    }

    void write(float[] from) {
      buffer().put(0, from);
      if (restore != null) {
        restore.run();
      }
    }

    private FloatBuffer buffer() {
      return new FloatPointer(rows.get_data_handle()).capacity(values.length).asBuffer();
    }
  }
}
