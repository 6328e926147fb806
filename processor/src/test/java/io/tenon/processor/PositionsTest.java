package io.tenon.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.JavaFileObjects;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the caret stands: at the annotation value, else annotation, parameter, method or type. */
final class PositionsTest {
  private static final String BEFORE =
      """
      import io.tenon.*;
      import io.tenon.layer.*;
      @Model interface Net {
        @Input("8 8 1") Image x();
        @Flatten Vector flat(Image x);
      """;
  private static final int FAULTY_LINE = 6;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          value of a layer     | InvalidValue    |   @Output @Dense(units = 0) Vector y(Vector flat);
          value that is too big| KernelTooLarge  |   @Output @Conv2D(filters = 2, kernelSize = 9) Image y(Image x);
          nested value         | InvalidValue    |   @Output @Dense(units = 2, kernelInitializer = @Initializer(value = Initializer.Kind.TRUNCATED_NORMAL, stddev = -0.5)) Vector y(Vector flat);
          second nested value  | InvalidValue    |   @Output @Dense(units = 2, biasConstraint = @Constraint(value = Constraint.Kind.MIN_MAX_NORM, maxValue = 3, rate = 2.5)) Vector y(Vector flat);
          nested annotation    | MissingValue    |   @Output @Dense(units = 2, kernelInitializer = @Initializer) Vector y(Vector flat);
          within a wrapper     | InvalidValue    |   @Output @TimeDistributed @Dense(units = 2, kernelRegularizer = @Regularizer(value = Regularizer.Kind.L2, l1 = 0.25)) Vector y(Vector flat);
          unnamed value        | InvalidValue    |   @Output @Dropout(1.5) Vector y(Vector flat);
          shape of an input    | BadShape        |   @Output @Input("8, 8") Image y();
          parameter            | UnknownInput    |   @Output @Dense(units = 2) Vector y(Vector falt);
          rank of a parameter  | RankMismatch    |   @Output @Dense(units = 2) Vector y(Vector x);
          """)
  void theCaretStandsAt(String what, String problem, String line) {
    String indented = "  " + line.strip();
    String mark =
        switch (what) {
          case "value of a layer" -> "0)";
          case "value that is too big" -> "9)";
          case "nested value" -> "-0.5";
          case "second nested value" -> "2.5";
          case "nested annotation" -> "@Initializer";
          case "within a wrapper" -> "0.25";
          case "unnamed value" -> "1.5";
          case "shape of an input" -> "\"8, 8\"";
          case "parameter" -> "falt";
          default -> "x)";
        };
    JavaFileObject source = JavaFileObjects.forSourceString("Net", BEFORE + indented + "\n}\n");
    assertThat(javac().withProcessors(new ModelProcessor()).compile(source))
        .hadErrorContaining("[" + problem + "] Net.y")
        .inFile(source)
        .onLine(FAULTY_LINE)
        .atColumn(indented.indexOf(mark) + 1);
  }
}
