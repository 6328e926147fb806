package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each problem has a page: the wrong model gives the text that it shows, the mended one none. */
final class ProblemPagesTest {
  private static final Path PAGES = Path.of("../docs/problems");
  private static final Pattern BLOCK = Pattern.compile("```(java|)\\n(.*?)```\\n", Pattern.DOTALL);
  private static final Pattern TYPE = Pattern.compile("(?:interface|class) (\\w+)");

  private static List<String> blocks(Problem problem) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text(problem));
    while (matcher.find()) {
      blocks.add(matcher.group(2));
    }
    return blocks;
  }

  private static Path page(Problem problem) {
    return PAGES.resolve(problem.id() + ".md");
  }

  private static String text(Problem problem) throws IOException {
    return Files.readString(page(problem)).replace("\r\n", "\n");
  }

  /** What javac prints for a model of the page, which a library may come before. */
  private static String compile(Path folder, List<String> library, String model)
      throws IOException {
    Compiler javac = Compiler.javac().withStubs();
    for (String source : library) {
      javac.classPath(
          Compiler.javac().withoutProcessor().compile(write(folder, "", source)).classes());
    }
    return javac.compile(write(folder, ReadmeTest.IMPORTS, model)).output();
  }

  private static Path write(Path folder, String imports, String source) throws IOException {
    Matcher type = TYPE.matcher(source);
    assertThat(type.find()).isTrue();
    return Files.writeString(folder.resolve(type.group(1) + ".java"), imports + source);
  }

  @ParameterizedTest
  @EnumSource
  void showsWhatJavacPrints(Problem problem, @TempDir Path folder) throws IOException {
    assertThat(page(problem)).exists();
    List<String> blocks = blocks(problem);
    List<String> library = blocks.subList(0, blocks.size() - 3);
    String shown = blocks.get(blocks.size() - 2);

    String printed = compile(folder, library, blocks.get(blocks.size() - 3));
    if (Boolean.getBoolean("golden.update")) {
      String page = text(problem).replace("```\n" + shown + "```", "```\n" + printed + "```");
      Files.writeString(page(problem), page);
      return;
    }

    assertThat(printed).isEqualTo(shown).contains("[" + problem.id() + "]");
    assertThat(compile(folder, library, blocks.get(blocks.size() - 1))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void saysHowToSilenceAWarning(Problem problem) throws IOException {
    assertThat(text(problem).contains("@SuppressWarnings(\"tenon:" + problem.id() + "\")"))
        .isEqualTo(problem.severity() == Problem.Severity.WARNING);
  }

  @Test
  void thereIsNoPageOfAnotherProblem() throws IOException {
    List<String> problems = new ArrayList<>();
    for (Problem problem : Problem.values()) {
      problems.add(problem.id() + ".md");
    }
    try (var pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(problems);
    }
  }
}
