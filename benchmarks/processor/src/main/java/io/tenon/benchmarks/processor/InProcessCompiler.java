package io.tenon.benchmarks.processor;

import io.tenon.processor.ModelProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** javac in this JVM, with the processor, with one to compare it with, or without any. */
final class InProcessCompiler {
  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();

  /** Compiles models alone. */
  void withoutProcessor(List<TextSource> models) {
    compile(models, List.of(), List.of("-proc:none"));
  }

  /** Compiles models and the classes for them, as if these had been written by hand. */
  void writtenByHand(List<TextSource> models, List<TextSource> classes) {
    List<TextSource> sources = new ArrayList<>(models);
    sources.addAll(classes);
    compile(sources, List.of(), List.of("-proc:none"));
  }

  /** Compiles models alone, with a processor that does nothing. */
  void idleProcessor(List<TextSource> models) {
    compile(models, List.of(new IdleProcessor()), List.of());
  }

  /** Compiles models, with a processor that has the classes ready, and these as well. */
  void copyingProcessor(List<TextSource> models, List<TextSource> classes) {
    compile(models, List.of(new CopyingProcessor(classes)), List.of());
  }

  /** Compiles models, writes the typed classes, and compiles those as well. */
  void withProcessor(List<TextSource> models) {
    requireAll(models, compile(models, List.of(new ModelProcessor()), List.of()));
  }

  /** Reads, checks and writes, without compiling. */
  void processorAlone(List<TextSource> models) {
    requireAll(models, written(models));
  }

  /** The classes that the processor writes. */
  List<TextSource> written(List<TextSource> models) {
    return compile(models, List.of(new ModelProcessor()), List.of("-proc:only"));
  }

  private static void requireAll(List<TextSource> models, List<TextSource> written) {
    if (written.size() != models.size()) {
      throw new IllegalStateException(written.size() + " classes for " + models.size() + " models");
    }
  }

  /** Compiles, and gives what was generated. */
  private List<TextSource> compile(
      List<TextSource> sources, List<Processor> processors, List<String> options) {
    StringWriter output = new StringWriter();
    try (MemoryFiles files =
        new MemoryFiles(javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8))) {
      JavaCompiler.CompilationTask task =
          javac.getTask(output, files, null, options, null, sources);
      if (!processors.isEmpty()) {
        task.setProcessors(processors);
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
