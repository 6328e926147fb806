package io.tenon.benchmarks.driver;

/**
 * A cell of the table.
 *
 * @param line such as {@code W1}
 * @param samplesPerSecond in training, or in prediction at a batch of 256
 * @param latencyMicroseconds of a step of training, or of predicting one sample
 * @param operationsPerSecond floating-point operations that this amounts to
 * @param spread of the blocks, as a share of the median
 * @param doubtful whether other processes were busy all the time
 */
record Result(
    String line,
    Contestant system,
    String version,
    double samplesPerSecond,
    double latencyMicroseconds,
    double operationsPerSecond,
    double spread,
    boolean doubtful) {}
