package io.tenon.kernel;

import io.tenon.DataType;
import io.tenon.graph.Graph;
import io.tenon.graph.GraphBuilder;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.InputLayer;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.State;
import io.tenon.layer.WeightSpec;
import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import io.tenon.plan.Plan;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One layer in a plan of its own, to be run and differentiated. */
public final class LayerRun implements AutoCloseable {
  private final Graph graph;
  private final Parameters parameters;
  private final Gradients gradients;
  private final Plan plan;

  /**
   * A layer that reads tensors of these shapes.
   *
   * @param shapes each (batch, ...)
   */
  public LayerRun(LayerSpec spec, long[]... shapes) {
    this(spec, DataType.FLOAT32, shapes);
  }

  /** A layer that reads tensors of these shapes and of that type. */
  public LayerRun(LayerSpec spec, DataType type, long[]... shapes) {
    this(spec, type, false, shapes);
  }

  /** A layer that reads tensors of these shapes and of that type, perhaps masked. */
  public LayerRun(LayerSpec spec, DataType type, boolean masked, long[]... shapes) {
    this(spec, type, Collections.nCopies(shapes.length, masked), shapes);
  }

  /** A layer that reads tensors of these shapes and of that type, some of them masked. */
  public LayerRun(LayerSpec spec, DataType type, List<Boolean> masked, long[]... shapes) {
    GraphBuilder builder = Graph.builder("Run");
    String[] inputs = new String[shapes.length];
    for (int i = 0; i < shapes.length; i++) {
      inputs[i] = "x" + i;
      long[] sample = Arrays.copyOfRange(shapes[i], 1, shapes[i].length);
      builder.layer(
          inputs[i], new InputLayer(new TensorType(Shape.of(sample), type).masked(masked.get(i))));
    }
    builder.layer("y", spec, inputs).output("y");
    int states = builder.build().node("y").type().states().size();
    for (int i = 0; i < states; i++) {
      builder.layer("state" + i, new State.Spec(i), "y").output("state" + i);
    }
    this.graph = builder.build();
    this.parameters = Parameters.of(graph, 1);
    this.gradients = Gradients.of(parameters);
    this.plan = Plan.forGradients(graph, parameters, gradients, (int) shapes[0][0]);
  }

  public Node node() {
    return graph.node("y");
  }

  /** What a tensor that it reads holds; to be written to. */
  public INDArray input(int index) {
    return plan.input("x" + index);
  }

  /** Which steps of a tensor that it reads count; to be written to. */
  public INDArray mask(int index) {
    return plan.mask("x" + index);
  }

  /** Which steps of what it gives count. */
  public INDArray outputMask() {
    return plan.mask("y");
  }

  /** What it gives, and behind it its states. */
  public List<String> outputs() {
    return graph.outputs().stream().map(OutputSpec::tensor).toList();
  }

  /** One of {@link #outputs}, after a run. */
  public INDArray output(String name) {
    return plan.output(name);
  }

  /** The gradient of one of {@link #outputs}, to be written to. */
  public INDArray outputGradient(String name) {
    return plan.outputGradient(name);
  }

  /** One of its weights; to be written to. */
  public INDArray weight(WeightSpec spec) {
    return parameters.weight("y", spec.name());
  }

  /** The gradient to begin with; to be written to before {@link #backward}. */
  public INDArray outputGradient() {
    return plan.outputGradient("y");
  }

  public INDArray forward() {
    plan.forward();
    return plan.output("y");
  }

  public INDArray forwardInTraining() {
    plan.forwardInTraining();
    return plan.output("y");
  }

  public void backward() {
    plan.backward();
  }

  public INDArray inputGradient(int index) {
    return plan.inputGradient("x" + index);
  }

  public INDArray weightGradient(WeightSpec spec) {
    return gradients.gradient("y", spec.name());
  }

  public int inputCount() {
    return graph.inputs().size();
  }

  /** Fills inputs and weights with draws from a normal distribution. */
  public LayerRun randomize(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < inputCount(); i++) {
      fill(input(i), random, 1);
    }
    for (WeightSpec weight : node().weights()) {
      fill(weight(weight), random, 0.5);
    }
    return this;
  }

  static void fill(INDArray array, Random random, double scale) {
    for (long i = 0; i < array.length(); i++) {
      array.putScalar(i, scale * random.nextGaussian());
    }
  }

  @Override
  public void close() {
    plan.close();
    gradients.close();
    parameters.close();
  }
}
