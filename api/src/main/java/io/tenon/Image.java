package io.tenon;

/**
 * Pixels for each sample: (batch, height, width, channels).
 *
 * <p>A type for signatures of a model: it states the rank, which the processor checks. It has no
 * instances.
 */
public interface Image extends Tensor {}
