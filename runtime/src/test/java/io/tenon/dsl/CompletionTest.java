package io.tenon.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an editor offers after a dot: the methods of each stage, and of where a network begins, no
 * more and no fewer. With {@code -Dgolden.update=true} the lists are written anew.
 */
final class CompletionTest {
  private static final Path FOLDER = Path.of("src/test/resources/dsl/completion");

  static List<Class<?>> types() {
    return List.of(
        VectorStage.class,
        TokensStage.class,
        SeriesStage.class,
        ImageStage.class,
        VolumeStage.class,
        TensorStage.class,
        SequentialNetwork.class,
        FunctionalNetwork.class,
        DenseOptions.class,
        LSTMOptions.class);
  }

  @ParameterizedTest
  @MethodSource("types")
  void offersExactly(Class<?> type) throws IOException {
    String methods =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getDeclaringClass() != Object.class)
            .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
            .map(CompletionTest::signature)
            .sorted()
            .collect(Collectors.joining("\n", "", "\n"));

    Path expected = FOLDER.resolve(type.getSimpleName() + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, methods);
    }
    assertThat(methods).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("types")
  void isMadeByMethodsAlone(Class<?> type) {
    assertThat(type.getConstructors()).isEmpty();
  }

  private static String signature(Method method) {
    String parameters =
        Arrays.stream(method.getGenericParameterTypes())
            .map(CompletionTest::simple)
            .collect(Collectors.joining(", "));
    if (method.isVarArgs()) {
      parameters = parameters.replaceAll("\\[]$", "...");
    }
    return "%s(%s): %s"
        .formatted(method.getName(), parameters, simple(method.getGenericReturnType()));
  }

  private static String simple(Type type) {
    return type.getTypeName().replaceAll("(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
  }
}
