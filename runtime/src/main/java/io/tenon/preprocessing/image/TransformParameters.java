package io.tenon.preprocessing.image;

import io.tenon.preprocessing.Require;

/**
 * One transform of an image: Keras's {@code transform_parameters}. Begins as one that does nothing.
 */
public final class TransformParameters {
  private double theta;
  private double tx;
  private double ty;
  private double shear;
  private double zx = 1;
  private double zy = 1;
  private double channelShiftIntensity;
  private double brightness = 1;
  private boolean flipHorizontal;
  private boolean flipVertical;

  /** A transform that does nothing. */
  public TransformParameters() {}

  /** Rotation in degrees, counter-clockwise. */
  public TransformParameters theta(double degrees) {
    this.theta = Require.finite("theta", degrees);
    return this;
  }

  /** Shift along the rows, in pixels: the image moves up. */
  public TransformParameters tx(double pixels) {
    this.tx = Require.finite("tx", pixels);
    return this;
  }

  /** Shift along the columns, in pixels: the image moves left. */
  public TransformParameters ty(double pixels) {
    this.ty = Require.finite("ty", pixels);
    return this;
  }

  /** Shear in degrees. */
  public TransformParameters shear(double degrees) {
    this.shear = Require.finite("shear", degrees);
    return this;
  }

  /**
   * Zoom along the rows: 2 shows twice as many of them, each half as high.
   *
   * @throws IllegalArgumentException unless above 0
   */
  public TransformParameters zx(double factor) {
    this.zx = positive("zx", factor);
    return this;
  }

  /**
   * Zoom along the columns: 2 shows twice as many of them, each half as wide.
   *
   * @throws IllegalArgumentException unless above 0
   */
  public TransformParameters zy(double factor) {
    this.zy = positive("zy", factor);
    return this;
  }

  /** What is added to every value, within the range the image has. */
  public TransformParameters channelShiftIntensity(double intensity) {
    this.channelShiftIntensity = Require.finite("channelShiftIntensity", intensity);
    return this;
  }

  /**
   * What every value, from 0 to 255, is multiplied by.
   *
   * @throws IllegalArgumentException if less than 0
   */
  public TransformParameters brightness(double factor) {
    this.brightness = Require.notNegative("brightness", factor);
    return this;
  }

  /** Whether left and right are swapped. */
  public TransformParameters flipHorizontal(boolean flip) {
    this.flipHorizontal = flip;
    return this;
  }

  /** Whether top and bottom are swapped. */
  public TransformParameters flipVertical(boolean flip) {
    this.flipVertical = flip;
    return this;
  }

  private static double positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be above 0, found " + value);
    }
    return value;
  }

  /** Rotation in degrees. */
  public double theta() {
    return theta;
  }

  /** Shift along the rows, in pixels. */
  public double tx() {
    return tx;
  }

  /** Shift along the columns, in pixels. */
  public double ty() {
    return ty;
  }

  /** Shear in degrees. */
  public double shear() {
    return shear;
  }

  /** Zoom along the rows. */
  public double zx() {
    return zx;
  }

  /** Zoom along the columns. */
  public double zy() {
    return zy;
  }

  /** What is added to every value. */
  public double channelShiftIntensity() {
    return channelShiftIntensity;
  }

  /** What every value is multiplied by. */
  public double brightness() {
    return brightness;
  }

  /** Whether left and right are swapped. */
  public boolean flipHorizontal() {
    return flipHorizontal;
  }

  /** Whether top and bottom are swapped. */
  public boolean flipVertical() {
    return flipVertical;
  }

  @Override
  public String toString() {
    return ("TransformParameters[theta %s, tx %s, ty %s, shear %s, zx %s, zy %s,"
            + " channelShiftIntensity %s, brightness %s, flipHorizontal %s, flipVertical %s]")
        .formatted(
            theta,
            tx,
            ty,
            shear,
            zx,
            zy,
            channelShiftIntensity,
            brightness,
            flipHorizontal,
            flipVertical);
  }
}
