package io.tenon.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProblemTest {
  @Test
  void idIsTheNameInCamelCase() {
    assertThat(Problem.KERNEL_TOO_LARGE.id()).isEqualTo("KernelTooLarge");
  }

  @Test
  void textHasTheHeadlineFirstAndABlankLineBeforeTheRemedy() {
    Diagnostic diagnostic =
        new Diagnostic(
            Problem.CYCLE,
            new Location.OfModel(),
            "headline",
            List.of("detail"),
            List.of("remedy", "more"));

    assertThat(diagnostic.text()).isEqualTo("[Cycle] headline\ndetail\n\nremedy\nmore");
  }

  @Test
  void exceptionHoldsAllTexts() {
    Diagnostic one =
        new Diagnostic(Problem.CYCLE, new Location.OfModel(), "one", List.of(), List.of());
    Diagnostic two =
        new Diagnostic(Problem.BAD_SHAPE, new Location.OfModel(), "two", List.of(), List.of());

    assertThat(new ModelException(List.of(one, two))).hasMessage("[Cycle] one\n\n[BadShape] two");
  }
}
