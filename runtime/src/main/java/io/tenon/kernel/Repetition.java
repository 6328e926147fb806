package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.KernelContext;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reduction;

/** Rows repeated: (outer, inner) becomes (outer, times, inner), and back by summing. */
record Repetition(KernelContext context, long outer, long times, long inner) {
  /** (1, times, 1) ones x (outer, 1, inner) = (outer, times, inner). */
  Operation repeat(memory from, memory to) {
    memory ones = context.constant(1, 1, times, 1);
    memory source = context.seenAs(from, OneDnn.rows(outer, 1, inner));
    memory target = context.seenAs(to, OneDnn.rows(outer, times, inner));
    matmul.primitive_desc description =
        new matmul.primitive_desc(
            OneDnn.engine(), ones.get_desc(), source.get_desc(), target.get_desc());
    return context
        .operation(new matmul(description))
        .with(DNNL_ARG_SRC, ones)
        .with(DNNL_ARG_WEIGHTS, source)
        .with(DNNL_ARG_DST, target);
  }

  /** The sum of (outer, times, inner) over the repetitions. */
  Operation sum(memory from, memory to) {
    memory source = context.seenAs(from, OneDnn.rows(outer, times, inner));
    memory target = context.seenAs(to, OneDnn.rows(outer, 1, inner));
    reduction.primitive_desc description =
        new reduction.primitive_desc(
            OneDnn.engine(), algorithm.reduction_sum, source.get_desc(), target.get_desc(), 0, 0);
    return context
        .operation(new reduction(description))
        .with(DNNL_ARG_SRC, source)
        .with(DNNL_ARG_DST, target);
  }
}
