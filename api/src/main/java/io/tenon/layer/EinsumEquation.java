package io.tenon.layer;

import io.tenon.problem.LayerException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which axes of an input and of a kernel are multiplied, by a letter for each: letters that both
 * have and the result has not are summed over.
 *
 * @param input a letter for each axis of the input, the batch axis first
 * @param kernel a letter for each axis of the kernel
 * @param output a letter for each axis of the result, the batch axis first
 */
public record EinsumEquation(String input, String kernel, String output) {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\.\\.\\.)?([a-zA-Z]+)(\\.\\.\\.)?,([a-zA-Z]+)->(\\.\\.\\.)?([a-zA-Z]+)(\\.\\.\\.)?");

  /** What stands for the axes that three dots leave out: no letter. */
  private static final char LEFT_OUT = '0';

  /** Refuses an equation that is no product of an input and a kernel. */
  static void check(String equation) {
    Matcher matcher = FORM.matcher(equation);
    boolean dots =
        matcher.matches()
            && (matcher.group(1) == null) == (matcher.group(5) == null)
            && (matcher.group(3) == null) == (matcher.group(7) == null)
            && (matcher.group(1) == null || matcher.group(3) == null);
    if (!dots) {
      throw refusal(equation, "must be of an input, a kernel and a result");
    }
    EinsumEquation written =
        of(equation, matcher.group(2).length() + (matcher.group(1) == null ? 0 : 1));
    for (String letters : List.of(written.input, written.kernel, written.output)) {
      if (letters.chars().distinct().count() < letters.length()) {
        throw refusal(equation, "must not name an axis twice in one tensor");
      }
    }
    if (written.input.charAt(0) != written.output.charAt(0)
        || written.kernel.indexOf(written.input.charAt(0)) >= 0) {
      throw refusal(equation, "must begin both input and result with the batch axis");
    }
    for (char letter : written.output.toCharArray()) {
      if (written.input.indexOf(letter) < 0 && written.kernel.indexOf(letter) < 0) {
        throw refusal(equation, "has " + letter + " in the result alone");
      }
    }
    for (char letter : written.kernel.toCharArray()) {
      if (written.input.indexOf(letter) < 0 && written.output.indexOf(letter) < 0) {
        throw refusal(equation, "has " + letter + " in the kernel alone");
      }
    }
  }

  private static LayerException refusal(String equation, String rule) {
    return Require.invalid("equation", '"' + equation + '"', rule)
        .remedy("Such as \"abc,cd->abd\", or \"...x,xy->...y\".");
  }

  /**
   * The equation for an input of that rank, the batch axis counted.
   *
   * @throws LayerException if the input has fewer axes than the equation names
   */
  static EinsumEquation of(String equation, int rank) {
    Matcher matcher = FORM.matcher(equation);
    if (!matcher.matches()) {
      throw refusal(equation, "must be of an input, a kernel and a result");
    }
    String input = matcher.group(2);
    String output = matcher.group(6);
    boolean left = matcher.group(1) != null;
    boolean right = matcher.group(3) != null;
    int others = rank - input.length();
    if (others < 0 || others > 0 && !left && !right || left && others < 1) {
      throw Require.invalid(
              "equation",
              '"' + equation + '"',
              "must name the axes of an input of %d".formatted(rank))
          .remedy("The batch axis counts, and comes first.");
    }
    StringBuilder dots = new StringBuilder();
    for (int i = 0; i < others; i++) {
      dots.append((char) (LEFT_OUT + i));
    }
    return left
        ? new EinsumEquation(dots + input, matcher.group(4), dots + output)
        : new EinsumEquation(input + dots, matcher.group(4), output + dots);
  }

  /** How many axes of the result the equation names, the batch axis left out. */
  static int named(String equation) {
    Matcher matcher = FORM.matcher(equation);
    if (!matcher.matches()) {
      throw refusal(equation, "must be of an input, a kernel and a result");
    }
    return matcher.group(6).length() - (matcher.group(1) == null ? 1 : 0);
  }

  /** Whether a letter stands for an axis that three dots leave out. */
  public static boolean isLeftOut(char letter) {
    return !Character.isLetter(letter);
  }
}
