package io.tenon.processor;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a compiler said and made.
 *
 * @param succeeded whether there was no error
 * @param output all that it printed, folders left out of the paths
 * @param sources the generated sources by path, such as {@code io/tenon/dsl/Layers.java}
 * @param classes where the class files are
 */
record Compilation(boolean succeeded, String output, Map<String, String> sources, Path classes) {}
