package io.tenon.keras;

import io.tenon.ActivationFunction;
import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the values of a layer's components into its configuration. */
final class ComponentWriter {
  private ComponentWriter() {}

  /**
   * Writes one.
   *
   * @param rank the number of axes that the layer reads, the batch axis left out
   */
  static void write(
      Component component, @Nullable Object value, int rank, Map<String, @Nullable Object> to) {
    Object form = form(component, value);
    if (form == null && component.isAllAxes()) {
      form = ComponentReader.all(rank);
    }
    if (form != null || !component.isOptional()) {
      to.put(component.key(), form);
    }
  }

  private static @Nullable Object form(Component component, @Nullable Object value) {
    if (value instanceof Initializer.Spec initializer) {
      return InitializerConfig.write(initializer);
    } else if (value instanceof Regularizer.Spec regularizer) {
      return RegularizerConfig.write(regularizer);
    } else if (value instanceof Constraint.Spec constraint) {
      return ConstraintConfig.write(constraint);
    } else if (value instanceof ActivationFunction activation) {
      return activation.kerasName();
    } else if (value instanceof Enum<?> constant) {
      return component.isNoneNull() && constant.name().equals(ComponentReader.NONE)
          ? null
          : constant.name().toLowerCase(Locale.ROOT);
    } else if (value instanceof Boolean truth && !truth && component.isOptional()) {
      return null;
    } else if (value instanceof Double number && number.isInfinite()) {
      return null; // no limit
    } else if (value instanceof Integer number && number == 0 && component.isZeroNone()) {
      return null;
    } else if (value instanceof String text && text.isEmpty()) {
      return null;
    } else if (value instanceof List<?> numbers) {
      return list(component, numbers);
    }
    return value;
  }

  private static @Nullable Object list(Component component, List<?> numbers) {
    if (numbers.isEmpty()) {
      return null;
    } else if (numbers.size() == 1 && component.isSingle()) {
      return numbers.get(0);
    } else if (component.isOpenNone()) {
      return Arrays.asList(numbers.stream().map(size -> size.equals(-1) ? null : size).toArray());
    } else if (!component.isPairs()) {
      return numbers;
    }
    List<List<?>> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < numbers.size(); i += 2) {
      pairs.add(numbers.subList(i, i + 2));
    }
    return pairs;
  }
}
