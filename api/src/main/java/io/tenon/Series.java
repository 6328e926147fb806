package io.tenon;

/**
 * Features over time for each sample: (batch, time, features).
 *
 * <p>A type for signatures of a model: it states the rank, which the processor checks. It has no
 * instances.
 */
public interface Series extends Tensor {}
