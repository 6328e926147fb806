package io.tenon.benchmarks.processor;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source file that is a text in memory. */
final class TextSource extends SimpleJavaFileObject {
  private final String className;
  private final String text;

  TextSource(String className, String text) {
    super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
    this.className = className;
    this.text = text;
  }

  /** The class that the file declares, with its package. */
  String className() {
    return className;
  }

  @Override
  public String getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
