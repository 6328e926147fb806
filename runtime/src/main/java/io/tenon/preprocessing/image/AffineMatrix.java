package io.tenon.preprocessing.image;

/**
 * Where each pixel of a result is looked for: row = rr r + rc c + r0, column = cr r + cc c + c0.
 * Numbers as in Keras's {@code apply_affine_transform}.
 */
record AffineMatrix(double rr, double rc, double r0, double cr, double cc, double c0) {
  static final AffineMatrix IDENTITY = new AffineMatrix(1, 0, 0, 0, 1, 0);

  /** Rotation, shift, shear and zoom about the middle of an image. */
  static AffineMatrix of(TransformParameters transform, int height, int width) {
    double theta = Math.toRadians(transform.theta());
    double shear = Math.toRadians(transform.shear());
    AffineMatrix matrix =
        new AffineMatrix(Math.cos(theta), -Math.sin(theta), 0, Math.sin(theta), Math.cos(theta), 0)
            .times(new AffineMatrix(1, 0, transform.tx(), 0, 1, transform.ty()))
            .times(new AffineMatrix(1, -Math.sin(shear), 0, 0, Math.cos(shear), 0))
            .times(new AffineMatrix(transform.zx(), 0, 0, 0, transform.zy(), 0));
    if (matrix.equals(IDENTITY)) {
      return IDENTITY;
    }
    // Half a pixel past the middle, as in Keras.
    return matrix.about(height / 2.0 + 0.5, width / 2.0 + 0.5);
  }

  private AffineMatrix about(double row, double column) {
    return new AffineMatrix(1, 0, row, 0, 1, column)
        .times(this)
        .times(new AffineMatrix(1, 0, -row, 0, 1, -column));
  }

  private AffineMatrix times(AffineMatrix o) {
    return new AffineMatrix(
        rr * o.rr + rc * o.cr,
        rr * o.rc + rc * o.cc,
        rr * o.r0 + rc * o.c0 + r0,
        cr * o.rr + cc * o.cr,
        cr * o.rc + cc * o.cc,
        cr * o.r0 + cc * o.c0 + c0);
  }
}
