package io.tenon.plan;

import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.FloatPointer;

/** The memory and the operations that kernels are made of; they live as long as the plan. */
public abstract sealed class KernelMemory permits KernelContext {
  final Regions regions;

  KernelMemory(Regions regions) {
    this.regions = regions;
  }

  /** The same memory in another layout. */
  public memory seenAs(memory original, memory.desc layout) {
    return seenAs(original, layout, 0);
  }

  /** The same memory in another layout, from some element on. */
  public memory seenAs(memory original, memory.desc layout, long element) {
    Regions.Place place = regions.placeOf(original);
    long bytes = element * Float.BYTES;
    if (place == null) {
      FloatPointer start = new FloatPointer(original.get_data_handle());
      return keep(OneDnn.at(keep(layout), start.getPointer(element)));
    }
    Regions.Place moved = new Regions.Place(place.region(), place.offset() + bytes);
    return regions.attach(moved, OneDnn.unbound(keep(layout)));
  }

  /** Memory, row-major, that holds one number everywhere and always. */
  public memory constant(float value, long... sizes) {
    memory.desc layout = keep(OneDnn.rows(sizes));
    FloatArray values = keep(new FloatArray(layout.get_size() / Float.BYTES));
    values.view(0, values.length()).assign(value);
    return keep(OneDnn.at(layout, values.pointer()));
  }

  /** Memory, row-major, that holds these numbers always. */
  public memory constant(float[] values, long... sizes) {
    memory constant = constant(0, sizes);
    new FloatPointer(constant.get_data_handle()).put(values, 0, values.length);
    return constant;
  }

  /** An operation that lives as long as the plan. */
  public Operation operation(primitive primitive) {
    return keep(new Operation(primitive));
  }

  /** An operation that copies from one layout to another. */
  public Operation reorder(memory from, memory to) {
    return operation(new reorder(from, to))
        .with(dnnl.DNNL_ARG_FROM, from)
        .with(dnnl.DNNL_ARG_TO, to);
  }

  /** Keeps a resource until the plan is closed. */
  public <T extends AutoCloseable> T keep(T resource) {
    return regions.keep(resource);
  }

  final memory view(Region region, memory.desc layout) {
    return regions.attach(region, OneDnn.unbound(keep(layout)));
  }
}
