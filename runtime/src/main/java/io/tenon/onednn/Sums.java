package io.tenon.onednn;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory_desc_vector;
import org.bytedeco.dnnl.sum;

/** Sums of tensors of one layout. */
public final class Sums {
  private Sums() {}

  /** An operation that adds up parts; the first may also be the total. */
  public static Operation of(List<memory> parts, memory total) {
    float[] scales = new float[parts.size()];
    Arrays.fill(scales, 1);
    memory_desc_vector layouts =
        new memory_desc_vector(parts.stream().map(memory::get_desc).toArray(memory.desc[]::new));
    sum.primitive_desc description =
        new sum.primitive_desc(OneDnn.engine(), total.get_desc(), scales, layouts);
    Operation operation = new Operation(new sum(description));
    for (int i = 0; i < parts.size(); i++) {
      operation.with(dnnl.DNNL_ARG_MULTIPLE_SRC + i, parts.get(i));
    }
    return operation.with(dnnl.DNNL_ARG_DST, total);
  }
}
