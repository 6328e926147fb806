package io.tenon.processor.write;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

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

  /**
   * Writes what belongs to the javadoc of a file beside it, where the javadoc tool looks.
   *
   * @param path from the folder of the file's package
   */
  public static void writeBeside(JavaFile file, String path, String text, Filer filer)
      throws IOException {
    Element[] origin = file.typeSpec().originatingElements().toArray(new Element[0]);
    try (OutputStream out =
        filer
            .createResource(StandardLocation.SOURCE_OUTPUT, file.packageName(), path, origin)
            .openOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8)); // the locale of a build must not show
    }
  }

  /** The text of a file, smoothed. */
  static String text(JavaFile file) {
    return Layout.smooth(file.toString());
  }
}
