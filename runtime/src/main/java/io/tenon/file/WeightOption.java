package io.tenon.file;

/** How strictly the weights of a file must be those of a model; for transfer learning. */
public enum WeightOption {
  /**
   * Each layer takes the weights of the layer of its name in the file, and is left as it is where
   * there is none.
   */
  BY_NAME,
  /** A layer whose weights in the file have other shapes, or another number, is left as it is. */
  SKIP_MISMATCH
}
