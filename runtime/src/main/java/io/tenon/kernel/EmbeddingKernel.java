package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Embedding;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.RecurrentSpec;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.PartRunner;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import io.tenon.plan.TouchedRows;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/**
 * {@link Embedding}: rows of a table copied out, and their gradients added up in it; each thread
 * has columns of its own. Of the table's gradient, only rows of the step before are cleared.
 */
final class EmbeddingKernel implements Kernel {
  private static final int TABLE = 0;

  /** With fewer columns, or fewer elements, waking another thread takes longer than it saves. */
  private static final int LEAST_COLUMNS = 32;

  private static final int LEAST_ELEMENTS = 1 << 15;

  private final String name;
  private final int words;
  private final int count;
  private final int width;
  private final IntBuffer tokens;

  /** The tokens in the order in which their rows are given. */
  private final int[] order;

  /** By how many tokens the next row lies on, and how many rows there are to a turn. */
  private final int batch;

  private final int time;
  private final @Nullable HeapCopy mask;
  private final float[] counts;
  private final @Nullable TokenRows distinct;
  private final @Nullable TouchedRows touched;
  private final @Nullable memory tableGradient;
  private final PartRunner forward;
  private final PartRunner backward;

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
    long[] shape = context.inputShape(0);
    this.count = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    this.tokens = new IntPointer(context.integers(0)).capacity(count).asBuffer();
    this.order = new int[count];
    boolean byTime = shape.length == 2 && context.readOnlyBy(EmbeddingKernel::readsByTime);
    this.batch = byTime ? (int) shape[0] : 1;
    this.time = count / batch;
    memory.desc layout = OneDnn.rows(words, width);
    memory table = context.weight(TABLE, layout); // (words, width)
    memory output =
        byTime // (time * batch, width) or (batch * time, width)
            ? context.output(SequenceArray.timeMajor(context.outputShape()))
            : context.outputRows(count, width);
    boolean trains = context.backward();
    memory gradient = trains ? context.outputGradient() : null;
    this.tableGradient = trains ? context.weightGradient(TABLE, layout) : null;
    this.touched = trains ? context.touchedRows(TABLE) : null;
    this.distinct = trains ? new TokenRows(words, count) : null;
    this.mask = spec.maskZero() ? new HeapCopy(context.makeMask()) : null;
    this.counts = new float[mask == null ? 0 : count];
    List<Runnable> ways = new ArrayList<>();
    List<Runnable> waysBack = new ArrayList<>();
    boolean large = (long) count * width >= LEAST_ELEMENTS;
    for (Share columns : Share.of(width, large ? LEAST_COLUMNS : width)) {
      Columns from = new Columns(new HeapCopy(table), new HeapCopy(output), columns);
      ways.add(from::copy);
      if (gradient != null && tableGradient != null && distinct != null) {
        TokenRows tokens = distinct;
        Columns to = new Columns(new HeapCopy(tableGradient), new HeapCopy(gradient), columns);
        waysBack.add(() -> to.add(tokens));
      }
    }
    this.forward = new PartRunner(ways);
    this.backward = new PartRunner(waysBack);
  }

  private static boolean readsByTime(LayerSpec reader) {
    return reader instanceof RecurrentSpec || reader instanceof Backwards;
  }

  @Override
  public void forward() {
    readTokens();
    if (touched != null) {
      touched.beforeReading(order, count);
    }
    forward.run();
  }

  private void readTokens() {
    for (int i = 0; i < count; i++) {
      int token = tokens.get(i);
      if (token < 0 || token >= words) {
        throw new IllegalArgumentException(
            "%s: the token %d is not one of 0 to %d".formatted(name, token, words - 1));
      }
      // (batch, time) -> (time, batch), or as it is.
      order[batch == 1 ? i : i % time * batch + i / time] = token;
      if (mask != null) {
        counts[i] = token == 0 ? 0 : 1;
      }
    }
    if (mask != null) {
      mask.write(0, counts);
    }
  }

  @Override
  public void backward() {
    if (tableGradient == null || distinct == null) {
      return;
    }
    if (touched == null) {
      OneDnn.zero(tableGradient);
    }
    distinct.group(order);
    backward.run();
    if (touched != null) {
      touched.set(distinct.rows(), distinct.count());
    }
    distinct.clear();
  }

  /** Neighbouring columns of the table and of what is given. */
  private final class Columns {
    private final HeapCopy table;
    private final HeapCopy rows;
    private final int first;
    private final float[] row;
    private final float[] sum;
    private final float[] zeros;

    Columns(HeapCopy table, HeapCopy rows, Share columns) {
      this.table = table;
      this.rows = rows;
      this.first = columns.first();
      this.row = new float[columns.count()];
      this.sum = new float[columns.count()];
      this.zeros = new float[columns.count()];
    }

    /** rows[i] = table[token i]. */
    void copy() {
      for (int i = 0; i < count; i++) {
        rows.copy(table, order[i] * width + first, i * width + first, row.length);
      }
    }

    /** table[token] = the sum of its rows; 0 where the step before had some and this one none. */
    void add(TokenRows tokens) {
      for (int i = 0; touched != null && i < touched.count(); i++) {
        if (!tokens.has(touched.row(i))) {
          table.write(touched.row(i) * width + first, zeros);
        }
      }
      for (int i = 0; i < tokens.count(); i++) {
        int token = tokens.row(i);
        int place = tokens.first(token);
        rows.read(place * width + first, sum);
        for (place = tokens.next(place); place >= 0; place = tokens.next(place)) {
          rows.read(place * width + first, row);
          add(row, sum);
        }
        table.write(token * width + first, sum);
      }
    }

    private static void add(float[] row, float[] sum) {
      for (int j = 0; j < row.length; j++) {
        sum[j] += row[j];
      }
    }
  }
}
