package io.tenon.preprocessing.image;

/** The channels of an image in memory. */
public enum ColorMode {
  /** One: how light it is, as television weighs red, green and blue (ITU-R 601). */
  GRAYSCALE(1),
  /** Three: red, green, blue. What is transparent is not. */
  RGB(3),
  /** Four: red, green, blue, and how opaque it is. */
  RGBA(4);

  private final int channels;

  ColorMode(int channels) {
    this.channels = channels;
  }

  /** How many there are. */
  public int channels() {
    return channels;
  }
}
