package io.tenon.processor.write;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;

/** Writes what JavaPoet made, smoothed where its layout is not what a person would write. */
public final class SourceFiles {
  private SourceFiles() {}

  /** Writes a file for the element that it was made from. */
  public static void write(JavaFile file, Filer filer) throws IOException {
    String name = file.typeSpec().name();
    String qualified = file.packageName().isEmpty() ? name : file.packageName() + "." + name;
    Element[] origin = file.typeSpec().originatingElements().toArray(new Element[0]);
    try (Writer writer = filer.createSourceFile(qualified, origin).openWriter()) {
      writer.write(text(file));
    }
  }

  /** The text of a file, smoothed. */
  static String text(JavaFile file) {
    return Layout.smooth(file.toString());
  }
}
