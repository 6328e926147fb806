package io.tenon.optimizer;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/** Scales gradients down to a norm: what clipping by a norm must know before the update. */
final class GradientNorms {
  private final FloatBuffer gradients;
  private final List<BlockWorker.Block> blocks;
  private final double[] squares;
  private final float[] values = new float[BlockWorker.BLOCK];

  GradientNorms(FloatBuffer gradients, List<BlockWorker.Block> blocks, int segments) {
    this.gradients = gradients;
    this.blocks = blocks;
    this.squares = new double[segments];
  }

  /** By how much to scale each weight's gradient. */
  void scales(Clipping clipping, float[] scales) {
    Arrays.fill(squares, 0);
    for (int i = 0; i < blocks.size(); i++) {
      BlockWorker.Block block = blocks.get(i);
      squares[block.segment()] += squares(block.offset(), block.count());
    }
    double total = 0;
    for (int i = 0; i < squares.length; i++) {
      total += squares[i];
      scales[i] = clipping.scale(Math.sqrt(squares[i]));
    }
    if (clipping.kind() == Clipping.Kind.GLOBAL_NORM) {
      Arrays.fill(scales, clipping.scale(Math.sqrt(total)));
    }
  }

  private double squares(int offset, int count) {
    gradients.get(offset, values, 0, count);
    Arrays.fill(values, count, values.length, 0);
    // Four sums, since each addition waits for the one before.
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int i = 0; i < values.length; i += 4) {
      a += values[i] * (double) values[i];
      b += values[i + 1] * (double) values[i + 1];
      c += values[i + 2] * (double) values[i + 2];
      d += values[i + 3] * (double) values[i + 3];
    }
    return a + b + c + d;
  }
}
