package io.tenon.preprocessing.image;

import io.tenon.preprocessing.Require;

/** How an image is read. Defaults are those of Keras's {@code load_img}. */
public final class LoadOptions {
  ColorMode colorMode = ColorMode.RGB;
  Interpolation interpolation = Interpolation.NEAREST;
  // 0 for the image's own.
  int height;
  int width;

  /** The defaults. */
  public LoadOptions() {}

  /** The channels. Default {@link ColorMode#RGB}. */
  public LoadOptions colorMode(ColorMode colorMode) {
    this.colorMode = colorMode;
    return this;
  }

  /**
   * The size to bring it to. Default: its own.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public LoadOptions targetSize(int height, int width) {
    this.height = Require.positive("height", height);
    this.width = Require.positive("width", width);
    return this;
  }

  /** How it is brought to another size. Default {@link Interpolation#NEAREST}. */
  public LoadOptions interpolation(Interpolation interpolation) {
    this.interpolation = interpolation;
    return this;
  }
}
