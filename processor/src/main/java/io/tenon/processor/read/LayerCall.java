package io.tenon.processor.read;

import java.util.List;
import java.util.Optional;

/**
 * A layer as the user wrote it: what a factory of the layer takes, and the setters to call on it.
 *
 * @param annotation the layer's annotation
 * @param spec the record to make of a layer of the user's own, for which there is no factory: all
 *     its values are arguments then
 * @param arguments the values of the members without default, in the order of their declaration
 * @param wrapped of a wrapper, the layer that it wraps
 * @param options the other members that were written, in the order of the source
 */
public record LayerCall(
    TypeReference annotation,
    Optional<TypeReference> spec,
    Optional<LayerCall> wrapped,
    List<Argument> arguments,
    List<Option> options) {

  /** Copies the lists. */
  public LayerCall {
    arguments = List.copyOf(arguments);
    options = List.copyOf(options);
  }

  /**
   * A value for a member without default.
   *
   * @param value what was written
   * @param array of an array, the type of its elements
   */
  public record Argument(WrittenValue value, Optional<LayerType.MemberType> array) {}

  /** A member with the value that was written. */
  public record Option(String member, WrittenValue value) {}
}
