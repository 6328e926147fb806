package io.tenon.file;

import java.util.function.Consumer;

/**
 * Chooses how a file is loaded, such as {@code load -> load.loss("distance", distance)}.
 *
 * <p>It is a consumer by another name for the sake of generated classes: where they import none of
 * {@code java.util}, javac need not look into it.
 */
@FunctionalInterface
public interface LoadChoice extends Consumer<LoadOptions> {}
