package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sources give the same bytes, in whatever order the compiler is given them. */
final class DeterminismTest {
  private static final int MODELS = 50;

  @Test
  void twoBuildsGiveTheSameBytes(@TempDir Path folder) throws IOException {
    List<Path> sources = ManyModels.write(folder, MODELS);

    Compilation first = Compiler.javac().withStubs().compile(sources);
    Compilation second = Compiler.javac().withStubs().compile(sources);

    assertThat(first.output()).isEmpty();
    assertThat(first.sources()).hasSize(MODELS).isEqualTo(second.sources());
    assertThat(first.pictures()).hasSize(MODELS).isEqualTo(second.pictures());
  }

  @Test
  void sourcesInAnotherOrderGiveTheSameBytes(@TempDir Path folder) throws IOException {
    List<Path> sources = ManyModels.write(folder, MODELS);
    List<Path> reversed = new ArrayList<>(sources);
    Collections.reverse(reversed);

    Compilation forwards = Compiler.javac().withStubs().compile(sources);
    Compilation backwards = Compiler.javac().withStubs().compile(reversed);

    assertThat(forwards.sources()).isEqualTo(backwards.sources());
    assertThat(forwards.pictures()).isEqualTo(backwards.pictures());
  }
}
