package io.tenon.dsl;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.graph.Graph;
import io.tenon.graph.OutputSpec;
import io.tenon.network.Network;
import io.tenon.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;

/** A network of tensors that is being described: its inputs, shared layers, models and outputs. */
public final class FunctionalNetwork extends Inputs {
  private final Draft draft;
  private final List<OutputSpec> outputs = new ArrayList<>();
  private int batchSize;

  FunctionalNetwork(String name) {
    this.draft = new Draft(Names.require(name), false);
  }

  /**
   * Has the inputs that are added from now on tell that every batch has so many samples, as a
   * stateful layer needs.
   *
   * @throws io.tenon.problem.LayerException when an input is added, if it is negative
   */
  public FunctionalNetwork batchSize(int batchSize) {
    this.batchSize = batchSize;
    return this;
  }

  /**
   * A layer to share, with one set of weights for all tensors that it is applied to.
   *
   * @param name the layer's name
   * @param layer its options, such as {@code lstm(64)} of {@link Layers}
   * @throws IllegalArgumentException if the name is taken
   */
  public <L extends LayerOptions> SharedLayer<L> shared(String name, L layer) {
    SharedLayer<L> shared = new SharedLayer<>(name, layer);
    draft.reserve(name);
    return shared;
  }

  /**
   * A model to use as a layer, with one set of weights for all tensors that it is applied to.
   *
   * @param name the layer's name
   * @param model what it computes, such as {@code EncoderModel.graph()}; its weights are new ones
   * @throws IllegalArgumentException if the name is taken
   */
  public NestedModel model(String name, Graph model) {
    NestedModel nested = new NestedModel(draft, name, model);
    draft.reserve(name);
    return nested;
  }

  /**
   * Makes a tensor an output that predicts only.
   *
   * @throws IllegalArgumentException if it is one already, or a tensor of another network
   */
  public FunctionalNetwork output(Stage<?> tensor) {
    return output(tensor, Loss.NONE);
  }

  /**
   * Makes a tensor an output.
   *
   * @throws IllegalArgumentException if it is one already, or a tensor of another network
   */
  public FunctionalNetwork output(Stage<?> tensor, Loss loss, Metric... metrics) {
    return output(tensor, loss, 1.0, metrics);
  }

  /**
   * Makes a tensor an output whose loss counts with a weight.
   *
   * @throws IllegalArgumentException if it is one already, or a tensor of another network
   */
  public FunctionalNetwork output(
      Stage<?> tensor, Loss loss, double lossWeight, Metric... metrics) {
    String name = tensor.in(draft);
    if (outputs.stream().anyMatch(output -> output.tensor().equals(name))) {
      throw new IllegalArgumentException(
          "%s is an output of %s already".formatted(name, draft.model()));
    }
    outputs.add(new OutputSpec(name, loss, lossWeight, List.of(metrics)));
    return this;
  }

  /**
   * The graph of the outputs and all that they depend on.
   *
   * @throws io.tenon.problem.ModelException with all problems, if it does not fit
   */
  public Graph graph() {
    return draft.graph(outputs);
  }

  /**
   * The network with fresh weights.
   *
   * @throws io.tenon.problem.ModelException with all problems, if it does not fit
   */
  public Network compile(Optimizer optimizer) {
    return Network.builder(graph()).optimizer(optimizer).build();
  }

  @Override
  int batchSize() {
    return batchSize;
  }

  @Override
  Draft draft() {
    return draft;
  }
}
