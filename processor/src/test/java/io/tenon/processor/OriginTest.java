package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/**
 * What an incremental build needs: each file is made from one source, and the processor says so.
 */
final class OriginTest {
  /** The processor, with what it says that its files are made from. */
  private static final class Recording extends AbstractProcessor {
    private final ModelProcessor processor = new ModelProcessor();
    private final Map<String, List<String>> origins = new TreeMap<>();

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      Filer filer = proxy(Filer.class, environment.getFiler(), this::record);
      processor.init(
          proxy(
              ProcessingEnvironment.class,
              environment,
              (method, arguments, result) -> method.equals("getFiler") ? filer : result));
    }

    private Object record(String method, Object[] arguments, Object result) {
      if (method.equals("createSourceFile")) {
        origins.put(arguments[0].toString(), names((Element[]) arguments[1]));
      } else if (method.equals("createResource")) {
        String file = "%s/%s".formatted(arguments[1], arguments[2]);
        origins.put(file, names((Element[]) arguments[3]));
      }
      return result;
    }

    private static List<String> names(Element[] elements) {
      return Arrays.stream(elements).map(Element::toString).toList();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      processor.process(annotations, round);
      return false;
    }
  }

  private interface After {
    Object apply(String method, Object[] arguments, Object result);
  }

  private static <T> T proxy(Class<T> type, T target, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            OriginTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return after.apply(method.getName(), arguments, method.invoke(target, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Test
  void aModelIsMadeFromItsInterfaceAlone() {
    Recording recording = new Recording();
    Compiler.javac()
        .withStubs()
        .with(recording)
        .compile(
            Compiler.RESOURCES.resolve("generated/VisualPair/VisualPair.java"),
            Compiler.RESOURCES.resolve("generated/VisualPair/PictureEncoder.java"));

    assertThat(recording.origins)
        .containsOnly(
            Map.entry("example.PictureEncoderModel", List.of("example.PictureEncoder")),
            Map.entry("example.VisualPairModel", List.of("example.VisualPair")),
            Map.entry(
                "example/doc-files/PictureEncoderModel.svg", List.of("example.PictureEncoder")),
            Map.entry("example/doc-files/VisualPairModel.svg", List.of("example.VisualPair")));
  }

  @Test
  void gradleIsToldThatTheProcessorIsIsolating() throws IOException {
    String resource = "/META-INF/gradle/incremental.annotation.processors";
    try (InputStream file = ModelProcessor.class.getResourceAsStream(resource)) {
      assertThat(file).isNotNull();
      assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).strip())
          .isEqualTo(ModelProcessor.class.getName() + ",isolating");
    }
  }
}
