package io.tenon.processor;

import io.tenon.graph.Graph;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a compiler said and made.
 *
 * @param succeeded whether there was no error
 * @param output all that it printed, folders left out of the paths
 * @param sources the generated sources by path, such as {@code io/tenon/dsl/Layers.java}
 * @param pictures the generated drawings by path
 * @param classes where the class files are
 */
record Compilation(
    boolean succeeded,
    String output,
    Map<String, String> sources,
    Map<String, String> pictures,
    Path classes) {
  /** The graph that a generated class holds. */
  Graph graph(String model) throws ReflectiveOperationException, IOException {
    URL[] folders = {classes.toUri().toURL(), Compiler.stubs().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(folders, Graph.class.getClassLoader())) {
      var graph = loader.loadClass(model).getDeclaredMethod("graph");
      graph.setAccessible(true);
      return (Graph) graph.invoke(null);
    }
  }
}
