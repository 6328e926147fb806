package io.tenon.plan;

import io.tenon.graph.Node;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** A tensor's place in a plan: its layout, its values, and the gradients that its readers give. */
final class Slot {
  final Node node;
  final int time;

  /** (batch, the tensor's shape). */
  final long[] shape;

  memory.@Nullable desc layout;
  @Nullable Region values;
  @Nullable Region gradient;

  /** The states that it gives besides. */
  final List<Slot> states = new ArrayList<>();

  /** Which steps count: (batch, time) of 0 and 1. */
  @Nullable Region mask;

  /** Whether its kernel does the work of the one that reads it too. */
  boolean fusesReader;

  /** How many readers give a gradient: kernels that train and losses. */
  int readers;

  /** The gradients of several readers, to be added up. */
  final List<memory> parts = new ArrayList<>();

  Slot(Node node, int time, long batchSize) {
    this.node = node;
    this.time = time;
    long[] sizes = node.type().shape().sizes();
    this.shape = new long[sizes.length + 1];
    this.shape[0] = batchSize;
    System.arraycopy(sizes, 0, this.shape, 1, sizes.length);
  }
}
