package io.tenon.dsl;

/**
 * A layer that reads an image: (batch, height, width, channels). Options types implement it, no
 * others.
 *
 * @param <R> the stage of what it gives
 */
public interface ImageLayer<R> {}
