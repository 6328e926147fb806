package io.tenon.processor.read;

import io.tenon.graph.Graph;
import java.util.List;
import java.util.Optional;

/** What a method of a model says, in the order of the source: what a generator writes again. */
public sealed interface Statement {
  /** The tensor or the layer that it declares. */
  String name();

  /** An input. */
  record Input(String name) implements Statement {}

  /** A tensor that a layer makes. */
  record Tensor(String name, LayerCall call, List<String> inputs) implements Statement {}

  /** A tensor that a function of the model makes. */
  record Function(String name, Optional<LayerCall> call, boolean isStatic, List<String> inputs)
      implements Statement {}

  /** A layer to be shared. */
  record Shared(String name, LayerCall call) implements Statement {}

  /** A model to be used as a layer. */
  record Use(String name, TypeReference model) implements Statement {}

  /**
   * A model to be used as a layer that has no class of its own.
   *
   * @param name the layer's name
   * @param graph the model
   * @param statements what the model says
   * @param frozen its layers that training leaves as they are
   */
  record Part(String name, Graph graph, List<Statement> statements, List<String> frozen)
      implements Statement {}

  /** A tensor that a shared layer or a model makes. */
  record Application(String name, String layer, String output, List<String> inputs)
      implements Statement {}
}
