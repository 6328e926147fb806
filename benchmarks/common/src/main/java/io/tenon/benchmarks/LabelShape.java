package io.tenon.benchmarks;

/**
 * What an output is trained towards.
 *
 * @param name how models call the output
 * @param classes how many classes the labels number, or 0 for one float, 0 or 1
 */
public record LabelShape(String name, int classes) {}
