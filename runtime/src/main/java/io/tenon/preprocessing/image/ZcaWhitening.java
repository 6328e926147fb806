package io.tenon.preprocessing.image;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Makes pixels uncorrelated, and images still look like themselves. */
final class ZcaWhitening {
  private ZcaWhitening() {}

  /**
   * The matrix to multiply flat images by: U (S + epsilon)^(-1/2) U' of their covariance U S U'.
   *
   * @param images (images, values) float64, each value centered
   */
  static INDArray matrix(INDArray images, double epsilon) {
    INDArray vectors = images.transpose().mmul(images).divi(images.size(0)).dup('f');
    INDArray values = Nd4j.create(DataType.DOUBLE, vectors.size(0));
    // LAPACK puts the vectors where the matrix was.
    Nd4j.getBlasWrapper().lapack().syev('V', 'L', vectors, values);
    double[] scales = values.toDoubleVector();
    for (int i = 0; i < scales.length; i++) {
      scales[i] = 1 / Math.sqrt(Math.max(0, scales[i]) + epsilon);
    }
    return vectors.mulRowVector(Nd4j.createFromArray(scales)).mmul(vectors.transpose());
  }
}
