package io.tenon.dsl;

/**
 * A layer that reads a vector: (batch, features). Options types implement it, no others.
 *
 * @param <R> the stage of what it gives
 */
public interface VectorLayer<R> {}
