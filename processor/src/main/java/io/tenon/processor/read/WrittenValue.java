package io.tenon.processor.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value of an annotation's member, as it stands in the source. */
public sealed interface WrittenValue {
  /** A number, truth value or text, as a Java literal. */
  record Literal(String java) implements WrittenValue {}

  /** A constant of an enum. */
  record Constant(TypeReference type, String name) implements WrittenValue {}

  /** An object of a class with a constructor without parameters; none of an interface. */
  record Instance(TypeReference type, boolean isInterface) implements WrittenValue {}

  /** An array. */
  record Many(List<WrittenValue> elements) implements WrittenValue {
    /** Copies the list. */
    public Many {
      elements = List.copyOf(elements);
    }
  }

  /**
   * An annotation, which stands for its {@code Spec}.
   *
   * @param spec the record
   * @param components all values in the order of its components, defaults included
   * @param written the members that were written but for {@code value}, by component
   * @param factory whether the record has a factory {@code of} for that value alone
   */
  record Nested(
      TypeReference spec,
      List<WrittenValue> components,
      Map<String, WrittenValue> written,
      boolean factory)
      implements WrittenValue {
    /** Copies the list. */
    public Nested {
      components = List.copyOf(components);
      written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
    }

    /** The object of one's own class that it stands for, if it does. */
    public Optional<WrittenValue> function() {
      return written.values().stream().filter(Instance.class::isInstance).findFirst();
    }

    /** Whether {@code value} is the only member that was written. */
    public boolean single() {
      return written.isEmpty();
    }
  }
}
