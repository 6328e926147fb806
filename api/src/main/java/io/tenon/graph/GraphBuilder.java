package io.tenon.graph;

import io.tenon.DataType;
import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.check.ModelChecker;
import io.tenon.check.ModelDeclaration;
import io.tenon.check.ModelInliner;
import io.tenon.check.ModelUse;
import io.tenon.check.TensorDeclaration;
import io.tenon.check.TensorDeclaration.InputReference;
import io.tenon.layer.InputLayer;
import io.tenon.layer.LayerSpec;
import io.tenon.problem.ModelException;
import io.tenon.problem.Suggestions;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;

/** Gathers the tensors of a {@link Graph}; what does not fit is told by {@link #build}. */
public final class GraphBuilder {
  private final String name;
  private final List<TensorDeclaration> tensors = new ArrayList<>();
  private final List<OutputSpec> outputs = new ArrayList<>();
  private final Map<String, LayerSpec> shared = new LinkedHashMap<>();
  private final Map<String, Graph> models = new LinkedHashMap<>();
  private final Set<String> frozen = new HashSet<>();
  private final List<ModelUse> uses = new ArrayList<>();
  private boolean sequential;

  GraphBuilder(String name) {
    this.name = name;
  }

  /**
   * Adds an input of 32-bit floating-point numbers.
   *
   * @param shape sizes and names separated by spaces, without the batch axis
   * @throws io.tenon.shape.ShapeSyntaxException if the shape cannot be read
   */
  public GraphBuilder input(String tensor, String shape) {
    return input(tensor, shape, DataType.FLOAT32);
  }

  /**
   * Adds an input.
   *
   * @param shape sizes and names separated by spaces, without the batch axis
   * @throws io.tenon.shape.ShapeSyntaxException if the shape cannot be read
   */
  public GraphBuilder input(String tensor, String shape, DataType dataType) {
    return input(tensor, shape, dataType, 0);
  }

  /**
   * Adds an input for batches of one size.
   *
   * @param shape sizes and names separated by spaces, without the batch axis
   * @param batchSize the number of samples in every batch; 0 for any
   * @throws io.tenon.shape.ShapeSyntaxException if the shape cannot be read
   */
  public GraphBuilder input(String tensor, String shape, DataType dataType, int batchSize) {
    return layer(tensor, new InputLayer(new TensorType(Shape.parse(shape), dataType), batchSize));
  }

  /** Adds the tensor that a layer makes of others. */
  public GraphBuilder layer(String tensor, LayerSpec spec, String... inputs) {
    tensors.add(TensorDeclaration.of(tensor, spec, inputs));
    return this;
  }

  /** Adds the tensor that a layer makes of others, the layer given by its options. */
  public GraphBuilder layer(
      String tensor, Supplier<? extends LayerSpec> options, String... inputs) {
    return layer(tensor, options.get(), inputs);
  }

  /** Adds a layer to be shared, with one set of weights for all that {@link #apply} makes of it. */
  public GraphBuilder shared(String layer, LayerSpec spec) {
    shared.put(layer, spec);
    return this;
  }

  /** Adds a layer to be shared, given by its options. */
  public GraphBuilder shared(String layer, Supplier<? extends LayerSpec> options) {
    return shared(layer, options.get());
  }

  /** Adds a model to be used as a layer, with one set of weights for all applications. */
  public GraphBuilder model(String layer, Graph model) {
    models.put(layer, model);
    return this;
  }

  /**
   * Adds the tensor that a shared layer, or a model with one output, makes of others.
   *
   * @throws NoSuchElementException if there is no such layer or model, with the nearest name
   * @throws io.tenon.problem.LayerException if the model reads another number of tensors, or has
   *     several outputs
   */
  public GraphBuilder apply(String tensor, String layer, String... inputs) {
    LayerSpec spec = shared.get(layer);
    if (spec != null) {
      tensors.add(TensorDeclaration.of(tensor, spec, inputs).withLayer(layer));
      return this;
    }
    return applyOutput(tensor, layer, "", inputs);
  }

  /**
   * Adds the tensor that one of the outputs of a model makes of others.
   *
   * @throws NoSuchElementException if there is no such model, with the nearest name
   * @throws io.tenon.problem.LayerException if the model reads another number of tensors, or has no
   *     such output
   */
  public GraphBuilder applyOutput(String tensor, String model, String output, String... inputs) {
    Graph graph = models.get(model);
    if (graph == null) {
      Set<String> known = new LinkedHashSet<>(shared.keySet());
      known.addAll(models.keySet());
      throw new NoSuchElementException(
          "%s has no shared layer \"%s\". %s"
              .formatted(name, model, Suggestions.hint(model, known)));
    }
    List<InputReference> references = Arrays.stream(inputs).map(InputReference::of).toList();
    tensors.addAll(
        new ModelInliner(graph.declaration(), model).apply(tensor, output, references, null));
    String given = output.isEmpty() ? graph.outputs().get(0).tensor() : output;
    uses.add(new ModelUse(tensor, model, graph, given, List.of(inputs)));
    return this;
  }

  /** Says that the model is a chain, each tensor reading the one before it, as in files it is. */
  public GraphBuilder sequential() {
    sequential = true;
    return this;
  }

  /** Has training leave layers as they are; of a model used as a layer, all of its layers. */
  public GraphBuilder freeze(String... layers) {
    frozen.addAll(List.of(layers));
    return this;
  }

  private TensorDeclaration freeze(TensorDeclaration tensor) {
    boolean freezes =
        frozen.stream()
            .anyMatch(
                layer -> tensor.layer().equals(layer) || tensor.layer().startsWith(layer + "/"));
    return freezes ? tensor.frozen() : tensor;
  }

  /** Makes a tensor an output that predicts only. */
  public GraphBuilder output(String tensor) {
    outputs.add(OutputSpec.of(tensor));
    return this;
  }

  /** Makes a tensor an output. */
  public GraphBuilder output(String tensor, Loss loss, Metric... metrics) {
    return output(tensor, loss, 1.0, metrics);
  }

  /** Makes a tensor an output whose loss counts with a weight. */
  public GraphBuilder output(String tensor, Loss loss, double lossWeight, Metric... metrics) {
    outputs.add(new OutputSpec(tensor, loss, lossWeight, List.of(metrics)));
    return this;
  }

  /**
   * Checks what was gathered.
   *
   * @throws ModelException with all problems, if it does not fit
   */
  public Graph build() {
    List<TensorDeclaration> declared = tensors.stream().map(this::freeze).toList();
    return ModelChecker.check(new ModelDeclaration(name, declared, outputs, sequential, uses))
        .graphOrThrow();
  }
}
