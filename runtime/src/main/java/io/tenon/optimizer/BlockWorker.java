package io.tenon.optimizer;

import java.nio.FloatBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thread's share of an update: blocks of the flat buffers, small enough for the nearest cache,
 * are copied to the heap, where Java's loops are vectorized, and back.
 */
final class BlockWorker {
  /** The most elements of a block. */
  static final int BLOCK = 2048;

  /** A stretch of the flat buffer within one weight. */
  record Block(int offset, int count, int segment) {}

  /** What all workers of an updater share. */
  static final class Shared {
    final Rule rule;
    final UpdateOptions options;
    final FloatBuffer weights;
    final FloatBuffer gradients;
    final FlatMemory[] memories;
    final @Nullable FlatMemory average;

    /** By how much each weight's gradient is scaled. */
    final float[] scales;

    /** Which share is left of each weight before it is updated. */
    final float[] kept;

    /** Which step it is, counted from 1. */
    long step;

    Shared(
        Rule rule,
        UpdateOptions options,
        FloatBuffer weights,
        FloatBuffer gradients,
        FlatMemory[] memories,
        @Nullable FlatMemory average,
        int segments) {
      this.rule = rule;
      this.options = options;
      this.weights = weights;
      this.gradients = gradients;
      this.memories = memories;
      this.average = average;
      this.scales = new float[segments];
      this.kept = new float[segments];
    }
  }

  private final Shared shared;
  private final List<Block> blocks;
  private final float[] weights = new float[BLOCK];
  private final float[] gradients = new float[BLOCK];
  private final float[] averages = new float[BLOCK];
  private final float[][] memories;

  BlockWorker(Shared shared, List<Block> blocks) {
    this.shared = shared;
    this.blocks = blocks;
    this.memories = new float[shared.memories.length][BLOCK];
  }

  /** Updates its blocks. */
  void run() {
    for (int i = 0; i < blocks.size(); i++) {
      update(blocks.get(i));
    }
  }

  private void update(Block block) {
    int offset = block.offset;
    int count = block.count;
    shared.gradients.get(offset, gradients, 0, count);
    shared.weights.get(offset, weights, 0, count);
    for (int i = 0; i < memories.length; i++) {
      shared.memories[i].read(offset, memories[i], count);
    }
    clip(shared.options.clipping(), gradients, shared.scales[block.segment], count);
    scale(weights, shared.kept[block.segment], count);
    shared.rule.update(weights, gradients, memories, count);
    Subnormals.clear(shared.step, memories, count);
    if (shared.average != null) {
      average(shared.average, shared.options.average().orElseThrow(), offset, count);
    }
    shared.weights.put(offset, weights, 0, count);
    for (int i = 0; i < memories.length; i++) {
      shared.memories[i].write(offset, memories[i], count);
    }
  }

  /** Clips gradients, to a value or by a scale that makes up for their norm. */
  static void clip(Clipping clipping, float[] gradients, float scale, int count) {
    if (clipping.kind() == Clipping.Kind.VALUE) {
      float limit = (float) clipping.limit();
      for (int i = 0; i < count; i++) {
        gradients[i] = Math.max(-limit, Math.min(limit, gradients[i]));
      }
    } else {
      scale(gradients, scale, count);
    }
  }

  private static void scale(float[] block, float factor, int count) {
    if (factor != 1) {
      for (int i = 0; i < count; i++) {
        block[i] *= factor;
      }
    }
  }

  /** The average after a step; the first is the weights themselves, as if seen for ever. */
  private void average(FlatMemory memory, MovingAverage kind, int offset, int count) {
    memory.read(offset, averages, count);
    float old = shared.step == 1 ? 0 : (float) kind.momentum();
    for (int i = 0; i < count; i++) {
      averages[i] = old * averages[i] + (1 - old) * weights[i];
    }
    memory.write(offset, averages, count);
    if (kind.overwrites(shared.step)) {
      System.arraycopy(averages, 0, weights, 0, count);
    }
  }
}
