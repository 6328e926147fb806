package io.tenon;

/**
 * A tensor of any rank.
 *
 * <p>A type for signatures of a model. It says nothing of the rank; its subtypes do, and the
 * processor checks what they say. It has no instances.
 */
public interface Tensor {}
