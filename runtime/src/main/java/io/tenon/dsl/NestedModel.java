package io.tenon.dsl;

import io.tenon.check.ModelInliner;
import io.tenon.check.ModelUse;
import io.tenon.check.TensorDeclaration;
import io.tenon.check.TensorDeclaration.InputReference;
import io.tenon.graph.Graph;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A model used as a layer, with one set of weights for all its applications.
 *
 * <pre>{@code
 * NestedModel encoder = pair.model("encoder", encoderGraph);
 * VectorStage leftCode = encoder.named("leftCode").invoke(left).asVector();
 * }</pre>
 */
public final class NestedModel {
  private final Draft draft;
  private final String name;
  private final Graph graph;
  private final Optional<String> tensor;
  private final String output;
  private final boolean trainable;

  NestedModel(Draft draft, String name, Graph graph) {
    this(draft, Names.require(name), graph, Optional.empty(), "", true);
  }

  private NestedModel(
      Draft draft,
      String name,
      Graph graph,
      Optional<String> tensor,
      String output,
      boolean trainable) {
    this.draft = draft;
    this.name = name;
    this.graph = graph;
    this.tensor = tensor;
    this.output = output;
    this.trainable = trainable;
  }

  /**
   * The same model, naming the tensor that it gives next. Default: the model's name with a number,
   * such as {@code encoder1}.
   *
   * @throws IllegalArgumentException if the name is blank, or holds a slash
   */
  public NestedModel named(String tensor) {
    return new NestedModel(
        draft, name, graph, Optional.of(Names.require(tensor)), output, trainable);
  }

  /** The same model, giving that one of its outputs. */
  public NestedModel output(String output) {
    return new NestedModel(draft, name, graph, tensor, output, trainable);
  }

  /** The same model, whose layers training changes or not; tell it before the first application. */
  public NestedModel trainable(boolean trainable) {
    return new NestedModel(draft, name, graph, tensor, output, trainable);
  }

  /** The name by which its weights are known. */
  public String name() {
    return name;
  }

  /**
   * What the model gives for these tensors.
   *
   * @param inputs as many as it reads, in the order of its inputs
   * @return its only output, or that which {@link #output} named
   * @throws io.tenon.problem.ModelException if they do not fit
   * @throws io.tenon.problem.LayerException if there are more or fewer, or if it has several
   *     outputs and none, or none of that name, was named
   */
  public TensorStage invoke(Stage<?>... inputs) {
    List<InputReference> references =
        Arrays.stream(inputs).map(input -> InputReference.of(input.in(draft))).toList();
    String given = tensor.orElseGet(() -> draft.numbered(name, 1));
    List<TensorDeclaration> inlined =
        new ModelInliner(graph.declaration(), name).apply(given, output, references, null);
    ModelUse use =
        new ModelUse(
            given,
            name,
            graph,
            output.isEmpty() ? graph.outputs().get(0).tensor() : output,
            references.stream().map(InputReference::tensor).toList());
    List<TensorDeclaration> added = inlined.stream().map(this::freeze).toList();
    return new TensorStage(draft, given, draft.add(added, use));
  }

  /** Where the model begins there is nothing to freeze: that is named after the tensor it gives. */
  private TensorDeclaration freeze(TensorDeclaration inlined) {
    return trainable || !inlined.layer().startsWith(name + "/") ? inlined : inlined.frozen();
  }

  @Override
  public String toString() {
    return "%s(%s)".formatted(graph.name(), name);
  }
}
