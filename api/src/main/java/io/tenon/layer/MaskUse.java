package io.tenon.layer;

/** What a layer does with the mask of what it reads: which steps of a series count. */
public enum MaskUse {
  /** It makes one of its own. */
  MAKES,
  /** It hands it on; of several inputs, as {@link LayerSpec#maskUse} tells. */
  PASSES,
  /** It leaves out the steps that do not count, and what it gives has no mask. */
  USES,
  /** It leaves out the steps that do not count, and hands the mask on. */
  USES_AND_PASSES,
  /** It would read the steps that do not count as if they did, and what it gives has no mask. */
  LOSES;

  /** Whether the result of a layer that reads something masked is masked. */
  boolean passes() {
    return this == PASSES || this == USES_AND_PASSES;
  }
}
