package io.tenon.processor.read;

import java.util.List;

/** The value of an annotation's member, as it stands in the source. */
public sealed interface WrittenValue {
  /** A number, truth value or text, as a Java literal. */
  record Literal(String java) implements WrittenValue {}

  /** A constant of an enum. */
  record Constant(TypeReference type, String name) implements WrittenValue {}

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
   * @param single whether {@code value} is the only member that was written
   * @param factory whether the record has a factory {@code of} for that value alone
   */
  record Nested(TypeReference spec, List<WrittenValue> components, boolean single, boolean factory)
      implements WrittenValue {
    /** Copies the list. */
    public Nested {
      components = List.copyOf(components);
    }
  }
}
