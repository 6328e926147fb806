package io.tenon.benchmarks.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * A processor that writes the classes which Tenon's would write, from texts that are ready: what
 * javac itself takes to look for the names of generated classes, to begin another round and to
 * compile them.
 */
final class CopyingProcessor extends IdleProcessor {
  private final List<TextSource> classes;

  CopyingProcessor(List<TextSource> classes) {
    this.classes = classes;
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (annotations.isEmpty()) {
      return false; // the rounds of what was generated
    }
    for (TextSource each : classes) {
      try (Writer writer =
          processingEnv.getFiler().createSourceFile(each.className()).openWriter()) {
        writer.write(each.getCharContent(true));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return false;
  }
}
