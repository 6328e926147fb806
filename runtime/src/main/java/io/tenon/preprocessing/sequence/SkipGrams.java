package io.tenon.preprocessing.sequence;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Pairs of words, and whether they were found near each other.
 *
 * @param couples (pairs, 2) int32: a word, and one that is or is not near it
 * @param labels (pairs) int32, 1 for near and 0 for drawn at random; if categorical (pairs, 2), the
 *     one-hot rows of these
 */
public record SkipGrams(INDArray couples, INDArray labels) {}
