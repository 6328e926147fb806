package io.tenon.examples.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenon.Initializer;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer of one's own all the way: checked by javac, in code, trained, saved and loaded. */
final class OwnLayerTest {
  private static final Path SOURCES = Path.of("src/test/resources/own");

  /** Compiles as a user's build does whose annotation processor path holds the layer's library. */
  private static String compile(Path target, List<Path> sources) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    String path = System.getProperty("java.class.path");
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options = List.of("-d", target.toString(), "-cp", path, "-processorpath", path);
      javac
          .getTask(output, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    return output.toString();
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.list(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void isCheckedTrainedSavedAndLoaded(@TempDir Path folder) throws Exception {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    assertThat(compile(classes, sources())).isEmpty();

    Map<String, Object> found;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      found =
          (Map<String, Object>)
              loader
                  .loadClass("own.UseThermometers")
                  .getMethod("run", Path.class)
                  .invoke(null, folder);
    }

    assertThat(((INDArray) found.get("before")).toFloatVector()).containsOnly(0.5f);
    assertThat(((INDArray) found.get("gain")).toFloatVector())
        .containsExactly(new float[] {2, -1, 3}, within(1e-3f));
    assertThat(found.get("typed")).isEqualTo(found.get("predicted"));
    assertThat(found.get("by name")).isEqualTo(found.get("predicted"));
    assertThat((Gain.Spec) found.get("spec"))
        .returns(50.0, Gain.Spec::limit)
        .returns(Gain.Beyond.ZERO, Gain.Spec::beyond);
    assertThat(((Gain.Spec) found.get("described")).gainInitializer())
        .isEqualTo(Initializer.Spec.of(Initializer.Kind.ONES));
    assertThat((String) found.get("interface"))
        .contains("import io.tenon.examples.own.Gain;")
        .contains("@Gain(")
        .contains("limit = 50")
        .contains("beyond = ");
    assertThat(found.get("wrapped")).isEqualTo(found.get("hours"));
    assertThat(found.get("wrapped and loaded")).isEqualTo(found.get("hours"));
    assertThat((String) found.get("unregistered"))
        .contains("degrees (Gain): Tenon has no layer of that class");
  }

  @Test
  void itsRefusalsAreErrorsOfJavac(@TempDir Path folder) throws IOException {
    String model = Files.readString(SOURCES.resolve("Thermometers.java"));
    Path wrong = folder.resolve("Thermometers.java");
    Files.writeString(wrong, model.replace("limit = 50", "limit = 0"));

    assertThat(compile(folder, List.of(wrong)))
        .contains("[InvalidValue] Thermometers.degrees: limit must be more than 0, found 0.0")
        .contains("Such as limit = 10.");
  }
}
