package io.tenon.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SuggestionsTest {
  private static final List<String> NAMES = List.of("pixels", "hidden", "digit");

  @Test
  void findsWhatIsNear() {
    assertThat(Suggestions.nearest("hiden", NAMES)).contains("hidden");
    assertThat(Suggestions.nearest("Digit", NAMES)).contains("digit");
    assertThat(Suggestions.nearest("pxils", NAMES)).contains("pixels");
  }

  @Test
  void suggestsNothingThatIsFar() {
    assertThat(Suggestions.nearest("embedding", NAMES)).isEmpty();
    assertThat(Suggestions.nearest("x", List.of("y"))).isEmpty();
  }

  @Test
  void prefersTheFirstOfEquals() {
    assertThat(Suggestions.nearest("x3", List.of("x1", "x2"))).contains("x1");
  }

  @Test
  void hintsInWords() {
    assertThat(Suggestions.hint("hiden", NAMES)).isEqualTo("Did you mean \"hidden\"?");
    assertThat(Suggestions.hint("embedding", NAMES)).isEqualTo("It has pixels, hidden, digit.");
  }
}
