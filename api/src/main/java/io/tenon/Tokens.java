package io.tenon;

/**
 * Numbers of words or other symbols over time: (batch, time), of {@link DataType#INT32}.
 *
 * <p>A type for signatures of a model: it states the rank, which the processor checks. It has no
 * instances.
 */
public interface Tokens extends Tensor {}
