package io.tenon.graph;

import io.tenon.DataType;
import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.check.ModelChecker;
import io.tenon.check.ModelDeclaration;
import io.tenon.check.TensorDeclaration;
import io.tenon.layer.InputLayer;
import io.tenon.layer.LayerSpec;
import io.tenon.problem.ModelException;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Gathers the tensors of a {@link Graph}; what does not fit is told by {@link #build}. */
public final class GraphBuilder {
  private final String name;
  private final List<TensorDeclaration> tensors = new ArrayList<>();
  private final List<OutputSpec> outputs = new ArrayList<>();

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
    return layer(tensor, new InputLayer(new TensorType(Shape.parse(shape), dataType)));
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
    return ModelChecker.check(new ModelDeclaration(name, tensors, outputs)).graphOrThrow();
  }
}
