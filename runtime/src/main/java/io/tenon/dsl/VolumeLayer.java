package io.tenon.dsl;

/**
 * A layer that reads a volume: (batch, depth, height, width, channels). Options types implement it,
 * no others.
 *
 * @param <R> the stage of what it gives
 */
public interface VolumeLayer<R> {}
