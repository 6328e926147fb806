package io.tenon.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Runs a compiler with the processor in this JVM, and keeps what it prints as a user sees it. */
final class Compiler {
  static final Path RESOURCES = Path.of("src/test/resources");
  private static @Nullable Path stubs;

  private final JavaCompiler compiler;
  private final List<String> options = new ArrayList<>();
  private final List<Path> classPath = new ArrayList<>();
  private boolean processed = true;
  private Processor processor = new ModelProcessor();

  private Compiler(JavaCompiler compiler) {
    this.compiler = compiler;
  }

  static Compiler javac() {
    return new Compiler(ToolProvider.getSystemJavaCompiler());
  }

  static Compiler of(JavaCompiler compiler) {
    return new Compiler(compiler);
  }

  Compiler with(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Runs another processor in the place of the real one. */
  Compiler with(Processor other) {
    processor = other;
    return this;
  }

  Compiler classPath(Path folder) {
    classPath.add(folder);
    return this;
  }

  Compiler withoutProcessor() {
    processed = false;
    return this;
  }

  /** Adds the compiled stand-ins for the runtime, with the options of all layers. */
  Compiler withStubs() {
    return classPath(stubs());
  }

  /** Makes what lies in a folder besides sources, such as a model's file, a resource. */
  Compiler withResourcesOf(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      boolean plain =
          files.filter(Files::isRegularFile).allMatch(file -> file.toString().endsWith(".java"));
      return plain ? this : with("-Atenon.resources=" + folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Compilation compile(Path... sources) {
    return compile(List.of(sources));
  }

  Compilation compile(List<Path> sources) {
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      Path target = Files.createTempDirectory("tenon");
      Path generated = Files.createDirectory(target.resolve("sources"));
      Path classes = Files.createDirectory(target.resolve("classes"));
      StringWriter output = new StringWriter();
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              output,
              files,
              null,
              arguments(generated, classes),
              null,
              files.getJavaFileObjectsFromPaths(sources));
      if (processed) {
        task.setProcessors(List.of(processor));
      }
      boolean succeeded = task.call();
      return new Compilation(
          succeeded,
          normalize(output, sources),
          read(generated, ".java"),
          read(generated, ".svg"),
          classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> arguments(Path generated, Path classes) {
    List<String> arguments = new ArrayList<>(options);
    String path = System.getProperty("java.class.path");
    for (Path folder : classPath) {
      path = folder + System.getProperty("path.separator") + path;
    }
    arguments.addAll(
        List.of("-classpath", path, "-d", classes.toString(), "-s", generated.toString()));
    if (!processed) {
      arguments.add("-proc:none");
    }
    return arguments;
  }

  private static String normalize(StringWriter output, List<Path> sources) {
    String text = output.toString().replace("\r\n", "\n");
    for (Path source : sources) {
      text = text.replace(source.toString(), source.getFileName().toString());
    }
    // javac indents blank lines as well.
    return text.replaceAll("(?m)[ \t]+$", "");
  }

  private static Map<String, String> read(Path folder, String ending) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : filesIn(folder, ending)) {
      texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    }
    return texts;
  }

  /** All Java files below a folder, sorted. */
  static List<Path> sourcesIn(Path folder) {
    return filesIn(folder, ".java");
  }

  private static List<Path> filesIn(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folders in a folder, sorted. */
  static List<Path> foldersIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static synchronized Path stubs() {
    Path compiled = stubs;
    if (compiled == null) {
      Compilation compilation = javac().compile(sourcesIn(RESOURCES.resolve("stubs")));
      if (!compilation.succeeded()) {
        throw new IllegalStateException(compilation.output());
      }
      compiled = compilation.classes();
      stubs = compiled;
    }
    return compiled;
  }
}
