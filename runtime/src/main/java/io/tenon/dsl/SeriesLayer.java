package io.tenon.dsl;

/**
 * A layer that reads a series: (batch, time, features). Options types implement it, no others.
 *
 * @param <R> the stage of what it gives
 */
public interface SeriesLayer<R> {}
