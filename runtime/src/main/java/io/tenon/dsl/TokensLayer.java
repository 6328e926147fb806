package io.tenon.dsl;

/**
 * A layer that reads tokens: (batch, time) of int32. Options types implement it, no others.
 *
 * @param <R> the stage of what it gives
 */
public interface TokensLayer<R> {}
