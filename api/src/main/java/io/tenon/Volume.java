package io.tenon;

/**
 * Voxels for each sample: (batch, depth, height, width, channels).
 *
 * <p>A type for signatures of a model: it states the rank, which the processor checks. It has no
 * instances.
 */
public interface Volume extends Tensor {}
