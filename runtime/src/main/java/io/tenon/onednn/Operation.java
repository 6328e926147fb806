package io.tenon.onednn;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;

/** A primitive with its arguments, both made once; running it makes nothing. */
public final class Operation implements Runnable, AutoCloseable {
  private final primitive primitive;
  private final IntMemoryMap arguments = new IntMemoryMap();

  /** An operation without arguments yet. */
  public Operation(primitive primitive) {
    this.primitive = primitive;
  }

  /** Adds an argument by oneDNN's number of it. */
  public Operation with(int argument, memory memory) {
    arguments.put(argument, memory);
    return this;
  }

  @Override
  public void run() {
    primitive.execute(OneDnn.stream(), arguments);
  }

  @Override
  public void close() {
    arguments.deallocate();
    primitive.deallocate();
  }
}
