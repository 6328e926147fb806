package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.picture.GraphPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what javac does. */
final class ReadmeTest {
  /** On one line with the first of the model, so that lines count as in the README. */
  static final String IMPORTS =
      "import io.tenon.*; import io.tenon.layer.*; import static io.tenon.ActivationFunction.*;"
          + " import static io.tenon.Loss.*; import static io.tenon.Metric.*; ";

  private static final Pattern MODEL =
      Pattern.compile("```java\\n(@(?:Model|Sequential)[^`]*?interface (\\w+) [^`]*)```");
  private static final Pattern ERROR = Pattern.compile("```\\n(Icons.java:[^`]*)```");

  private static String readme() throws IOException {
    return Files.readString(Path.of("../README.md"));
  }

  private static String compile(Path folder, String name, String model) throws IOException {
    Path source = Files.writeString(folder.resolve(name + ".java"), IMPORTS + model);
    return Compiler.javac().withStubs().compile(source).output();
  }

  @Test
  void modelsCompile(@TempDir Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    Matcher models = MODEL.matcher(readme());
    while (models.find()) {
      String name = models.group(2);
      if (!name.equals("Icons")) {
        names.add(name);
        assertThat(compile(folder, name, models.group(1))).as(name).isEmpty();
      }
    }
    assertThat(names).containsExactly("Digits", "Mlp", "News", "Mnist");
  }

  @Test
  void thePictureIsThatOfTheModel(@TempDir Path folder) throws Exception {
    Matcher models = MODEL.matcher(readme());
    while (models.find()) {
      if (models.group(2).equals("News")) {
        Path source = Files.writeString(folder.resolve("News.java"), IMPORTS + models.group(1));
        Compilation compilation = Compiler.javac().withStubs().compile(source);
        assertThat(readme()).contains(GraphPicture.toMermaid(compilation.graph("NewsModel")));
        return;
      }
    }
    throw new AssertionError("the README has no News");
  }

  @Test
  void theErrorIsWhatJavacPrints(@TempDir Path folder) throws IOException {
    String readme = readme();
    Matcher error = ERROR.matcher(readme);
    assertThat(error.find()).isTrue();
    Matcher models = MODEL.matcher(readme);
    while (models.find()) {
      if (models.group(2).equals("Icons")) {
        assertThat(compile(folder, "Icons", models.group(1))).isEqualTo(error.group(1));
        return;
      }
    }
    throw new AssertionError("the README no longer shows Icons");
  }
}
