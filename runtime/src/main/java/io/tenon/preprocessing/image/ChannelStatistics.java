package io.tenon.preprocessing.image;

/** Means and deviations of values that lie channel by channel. */
final class ChannelStatistics {
  private ChannelStatistics() {}

  /** The mean of each channel. */
  static double[] mean(double[] values, int channels) {
    double[] mean = new double[channels];
    for (int i = 0; i < values.length; i++) {
      mean[i % channels] += values[i];
    }
    for (int c = 0; c < channels; c++) {
      mean[c] /= values.length / (double) channels;
    }
    return mean;
  }

  /** The deviation of each channel, of the values themselves and not of a sample. */
  static double[] deviation(double[] values, int channels) {
    double[] mean = mean(values, channels);
    double[] deviation = new double[channels];
    for (int i = 0; i < values.length; i++) {
      double difference = values[i] - mean[i % channels];
      deviation[i % channels] += difference * difference;
    }
    for (int c = 0; c < channels; c++) {
      deviation[c] = Math.sqrt(deviation[c] / (values.length / (double) channels));
    }
    return deviation;
  }
}
