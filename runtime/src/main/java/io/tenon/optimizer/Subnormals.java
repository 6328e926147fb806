package io.tenon.optimizer;

/**
 * What an optimizer remembers of a weight without a gradient fades by the same factor at each step,
 * until it is a number so small that floats hold it with fewer digits. Processors compute with
 * those up to a hundred times more slowly, and as they are rounded, they never become 0. So
 * memories that are nearly there are set to 0 now and then: far below what moves a weight.
 */
final class Subnormals {
  /** How many steps are between; what fades by a tenth at each does not get there meanwhile. */
  private static final int STEPS = 32;

  /** So large that what it is added to loses digits below 2^-113, and only those. */
  private static final float LARGE = 0x1.8p-90f;

  private Subnormals() {}

  /**
   * Sets to 0 what is smaller than 2^-114, some 5e-35, if it is time to.
   *
   * @param step which step it is
   * @param memories (memories, count)
   */
  static void clear(long step, float[][] memories, int count) {
    if (step % STEPS != 0) {
      return;
    }
    for (float[] memory : memories) {
      clear(memory, count);
    }
  }

  private static void clear(float[] memory, int count) {
    for (int i = 0; i < count; i++) {
      memory[i] = memory[i] + LARGE - LARGE; // without a branch: vectorized
    }
  }
}
