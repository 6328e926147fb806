package io.tenon.benchmarks.processor;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps what a compiler writes in memory, so that no disk is measured. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final List<MemoryFile> sources = new ArrayList<>();

  MemoryFiles(JavaFileManager files) {
    super(files);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    MemoryFile file = new MemoryFile(className, kind);
    if (kind == JavaFileObject.Kind.SOURCE) {
      sources.add(file);
    }
    return file;
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, FileObject sibling) {
    return new MemoryFile(packageName + "." + relativeName, JavaFileObject.Kind.OTHER);
  }

  /** The source files that were generated. */
  List<TextSource> sources() {
    List<TextSource> texts = new ArrayList<>();
    for (MemoryFile file : sources) {
      texts.add(new TextSource(file.className, file.getCharContent(true)));
    }
    return texts;
  }

  private static final class MemoryFile extends SimpleJavaFileObject {
    private final String className;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    MemoryFile(String className, Kind kind) {
      super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
      this.className = className;
    }

    @Override
    public OutputStream openOutputStream() {
      bytes.reset();
      return bytes;
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
