package io.tenon.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShapeTest {
  @Provide
  Arbitrary<Shape> shapes() {
    Arbitrary<Axis> sizes = Arbitraries.integers().between(1, 100_000).map(Axis::of);
    Arbitrary<Axis> names = Arbitraries.strings().alpha().ofMinLength(1).map(Axis::named);
    return Arbitraries.oneOf(sizes, names).list().ofMinSize(1).ofMaxSize(5).map(Shape::of);
  }

  @Property
  void readsWhatItPrints(@ForAll("shapes") Shape shape) {
    assertThat(Shape.parse(shape.toDeclaration())).isEqualTo(shape);
  }

  @Property
  void readsWithAnySpaces(@ForAll("shapes") Shape shape) {
    assertThat(Shape.parse("  " + shape.toDeclaration().replace(" ", "   ") + " "))
        .isEqualTo(shape);
  }

  @Property
  void neverFailsButWithAPosition(@ForAll String text) {
    try {
      assertThat(Shape.parse(text).rank()).isPositive();
    } catch (ShapeSyntaxException e) {
      assertThat(e.position()).isBetween(0, text.length());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'28, 28 1' | 2 | 28 28 1",
        "28x28x1    | 2 | 28 28 1",
        "'28 -1'    | 3 | 28 time",
        "'None 4'   | 0 | 4\". Or write \"time 4",
        "'(None,4)' | 1 | 4\". Or write \"time 4",
        "'(28,28)'  | 0 | 28 28",
        "'3 2.5'    | 3 | 3 2 5",
        "'time*2'   | 4 | time 2",
      })
  void pointsAtTheFaultAndMendsIt(String text, int position, String mended) {
    ShapeSyntaxException e =
        catchThrowableOfType(ShapeSyntaxException.class, () -> Shape.parse(text));

    assertThat(e.position()).isEqualTo(position);
    assertThat(e.remedy()).endsWith("Write \"" + mended + "\".");
  }

  @Test
  void countsFromBothEnds() {
    Shape shape = Shape.of(28, 20, 3);

    assertThat(shape.axis(0)).isEqualTo(Axis.of(28));
    assertThat(shape.axis(-2)).isEqualTo(Axis.of(20));
    assertThat(shape.elements()).isEqualTo(Axis.of(1680));
    assertThat(shape).hasToString("28 x 20 x 3");
    assertThat(shape.withLast(Axis.named("c").plus(1))).hasToString("28 x 20 x (c + 1)");
    assertThat(Shape.of(List.of())).hasToString("scalar");
  }
}
