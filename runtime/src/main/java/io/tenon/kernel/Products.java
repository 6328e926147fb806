package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.tenon.onednn.Implementations;
import io.tenon.onednn.NativeThreads;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.KernelContext;
import java.util.function.Supplier;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;

/** Products of matrices; small ones are left to the calling thread, since others must be woken. */
final class Products {
  /** What one thread multiplies and adds in some ten microseconds. */
  private static final double SMALL = 1e6;

  /** The same for a single row, where each element of the other matrix is read for one product. */
  private static final double SMALL_OF_ROW = 2e5;

  /** The implementation that oneDNN only takes where it has no other. */
  private static final String GEMM = "gemm:jit";

  /** Columns that lie so many elements, 4 KiB, apart share their places in the nearest cache. */
  private static final long COLLIDING = 1024;

  /** From so many rows on, a wide result is worth that implementation. */
  private static final long MANY_ROWS = 1024;

  private Products() {}

  /** result = left x right: (n, k) x (k, m) = (n, m). */
  static Operation of(KernelContext context, memory left, memory right, memory result) {
    return of(context, left, right, null, result, new primitive_attr());
  }

  /**
   * result = left x right + bias.
   *
   * @param bias (1, m), if there is one
   * @param attributes what follows in the same pass
   */
  static Operation of(
      KernelContext context,
      memory left,
      memory right,
      @Nullable memory bias,
      memory result,
      primitive_attr attributes) {
    int threads = threads(left, result);
    try {
      matmul.primitive_desc description =
          describe(left.get_desc(), right.get_desc(), bias, result.get_desc(), attributes);
      return operation(context, description, left, right, bias, result);
    } finally {
      NativeThreads.use(threads);
    }
  }

  /**
   * One of a layer's weights, a matrix.
   *
   * @param index the layer's number of it
   * @param layout (k, m), row-major
   */
  record Weight(int index, memory.desc layout) {}

  /** The same, in a plan that predicts: the weight is laid out as the product likes it. */
  static Operation of(
      KernelContext context,
      memory left,
      Weight right,
      @Nullable memory bias,
      memory result,
      primitive_attr attributes) {
    int threads = threads(left, result);
    try {
      memory.desc any = OneDnn.any(OneDnn.sizes(right.layout()));
      matmul.primitive_desc description =
          best(left.get_desc(), any, bias, result.get_desc(), attributes);
      memory weight = context.weight(right.index(), right.layout(), description.weights_desc());
      return operation(context, description, left, weight, bias, result);
    } finally {
      NativeThreads.use(threads);
    }
  }

  /**
   * The same, of a matrix on the right that stays the same over several runs: laid out once as the
   * product likes it.
   */
  static Repeated repeated(
      KernelContext context, memory left, memory right, @Nullable memory bias, memory result) {
    memory.desc any = OneDnn.any(dims(right));
    matmul.primitive_desc description =
        describe(left.get_desc(), any, bias, result.get_desc(), new primitive_attr());
    if (KernelContext.same(description.weights_desc(), right.get_desc())) {
      return new Repeated(null, operation(context, description, left, right, bias, result));
    }
    memory arranged = context.scratch(description.weights_desc());
    return new Repeated(
        context.reorder(right, arranged),
        operation(context, description, left, arranged, bias, result));
  }

  /**
   * A product that is run several times.
   *
   * @param before what must run before the first, if anything
   */
  record Repeated(@Nullable Operation before, Operation product) {
    void prepare() {
      if (before != null) {
        before.run();
      }
    }
  }

  /** (columns, rows) over memory that holds (rows, columns). */
  static memory transposed(KernelContext context, memory matrix) {
    long[] sizes = dims(matrix);
    long[] turned = {sizes[1], sizes[0]};
    return context.seenAs(matrix, OneDnn.strided(turned, new long[] {1, sizes[1]}));
  }

  private static long[] dims(memory matrix) {
    long[] dims = new long[2];
    matrix.get_desc().get_dims().get(dims);
    return dims;
  }

  private static matmul.primitive_desc describe(
      memory.desc left,
      memory.desc right,
      @Nullable memory bias,
      memory.desc result,
      primitive_attr attributes) {
    Supplier<matmul.primitive_desc> best = () -> best(left, right, bias, result, attributes);
    return fasterByGemm(left, right, result) ? Implementations.preferred(best, GEMM) : best.get();
  }

  /**
   * Where oneDNN prefers the slower implementation: for a single row by a factor of two; for the
   * gradient of a kernel by up to two, unless the columns that it adds up collide; for that of an
   * input by a fifth, where there are many rows and the input is wider than the output.
   */
  private static boolean fasterByGemm(memory.desc left, memory.desc right, memory.desc result) {
    long[] sizes = OneDnn.sizes(result);
    if (sizes[0] == 1) {
      return true;
    }
    if (isTransposed(left)) {
      return sizes[0] % COLLIDING != 0;
    }
    long inner = OneDnn.sizes(right)[0];
    return isTransposed(right) && sizes[0] >= MANY_ROWS && sizes[1] >= 2 * inner;
  }

  /** Whether columns lie in one piece; not known of a layout that is left to oneDNN. */
  private static boolean isTransposed(memory.desc matrix) {
    if (matrix.get_format_kind().intern() != memory.format_kind.blocked) {
      return false;
    }
    long[] strides = new long[2];
    matrix.get_strides().get(strides);
    return strides[0] < strides[1];
  }

  private static matmul.primitive_desc best(
      memory.desc left,
      memory.desc right,
      @Nullable memory bias,
      memory.desc result,
      primitive_attr attributes) {
    return bias == null
        ? new matmul.primitive_desc(OneDnn.engine(), left, right, result, attributes, false)
        : new matmul.primitive_desc(
            OneDnn.engine(), left, right, bias.get_desc(), result, attributes, false);
  }

  private static Operation operation(
      KernelContext context,
      matmul.primitive_desc description,
      memory left,
      memory right,
      @Nullable memory bias,
      memory result) {
    Operation operation =
        context
            .operation(new matmul(description))
            .with(DNNL_ARG_SRC, left)
            .with(DNNL_ARG_WEIGHTS, right)
            .with(DNNL_ARG_DST, result);
    return bias == null ? operation : operation.with(DNNL_ARG_BIAS, bias);
  }

  /** How many threads a product had before it was made small, or is to have. */
  private static int threads(memory left, memory result) {
    long[] sizes = dims(left);
    double work = (double) sizes[0] * sizes[1] * dims(result)[1];
    int before = NativeThreads.useOne();
    if (work > (sizes[0] == 1 ? SMALL_OF_ROW : SMALL)) {
      NativeThreads.use(before);
    }
    return before;
  }
}
