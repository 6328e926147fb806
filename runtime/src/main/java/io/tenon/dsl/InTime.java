package io.tenon.dsl;

/**
 * A tensor that may be one step of another, as a vector is of a series.
 *
 * @param <R> the stage of many such steps
 */
public interface InTime<R> {}
