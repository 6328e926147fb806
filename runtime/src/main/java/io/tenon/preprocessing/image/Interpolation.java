package io.tenon.preprocessing.image;

/** How an image is brought to another size. */
public enum Interpolation {
  /** The nearest pixel: fast, and the only one that adds no colours. */
  NEAREST,
  /** Between four pixels; halved as often as needed first, so that every pixel counts. */
  BILINEAR,
  /** Between sixteen pixels; halved as often as needed first. */
  BICUBIC
}
