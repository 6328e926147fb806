package io.tenon;

/**
 * One row of features for each sample: (batch, features).
 *
 * <p>A type for signatures of a model: it states the rank, which the processor checks. It has no
 * instances.
 */
public interface Vector extends Tensor {}
