package io.tenon.preprocessing.image;

/** What labels images of a folder come with. */
public enum ClassMode {
  /** (images, classes) float32: 1 at the class, else 0. */
  CATEGORICAL,
  /** (images, 1) float32: 0 for the first class, 1 for the second of two. */
  BINARY,
  /** (images) int32: the number of the class. */
  SPARSE,
  /** The images themselves, for autoencoders. */
  INPUT,
  /** None; the folder needs no classes then. */
  NONE
}
