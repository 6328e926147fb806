package io.tenon.benchmarks.processor;

import io.tenon.processor.ModelProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** javac in this JVM, with the processor or without. */
final class InProcessCompiler {
  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();

  /** Compiles models alone. */
  void withoutProcessor(List<JavaFileObject> models) {
    compile(models, false);
  }

  /** Compiles models, writes the typed classes, and compiles those as well. */
  void withProcessor(List<JavaFileObject> models) {
    int written = compile(models, true);
    if (written != models.size()) {
      throw new IllegalStateException(written + " classes for " + models.size() + " models");
    }
  }

  /** Reads, checks and writes, without compiling. */
  void processorAlone(List<JavaFileObject> models) {
    compile(models, true, "-proc:only");
  }

  private int compile(List<JavaFileObject> models, boolean processed, String... more) {
    StringWriter output = new StringWriter();
    try (MemoryFiles files =
        new MemoryFiles(javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8))) {
      List<String> options = processed ? List.of(more) : List.of("-proc:none");
      JavaCompiler.CompilationTask task = javac.getTask(output, files, null, options, null, models);
      if (processed) {
        task.setProcessors(List.of(new ModelProcessor()));
      }
      if (!task.call()) {
        throw new IllegalStateException(output.toString());
      }
      return files.sources();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
