package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Lambda;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@link Lambda}: a graph of ND4J's own, which runs and differentiates the function. It is the one
 * kernel that makes objects in a step.
 */
final class LambdaKernel implements Kernel {
  private static final String GRADIENT = "gradient";

  private final KernelContext context;
  private final List<KernelContext.Rows> inputs = new ArrayList<>();
  private final List<KernelContext.@Nullable Rows> inputGradients = new ArrayList<>();
  private final memory output;
  private final @Nullable memory gradient;
  private final List<INDArray> arrays = new ArrayList<>();
  private final SameDiff graph = SameDiff.create();
  private final String result;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Lambda.Spec> specType() {
      return Lambda.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      if (context.spec(Lambda.Spec.class).function() instanceof SameDiffFunction function) {
        return new LambdaKernel(function, context);
      }
      throw new IllegalStateException(
          "%s is a Lambda layer without a function: give it a SameDiffFunction"
              .formatted(context.node().name()));
    }
  }

  private LambdaKernel(SameDiffFunction function, KernelContext context) {
    this.context = context;
    SDVariable[] variables = new SDVariable[context.inputCount()];
    for (int i = 0; i < variables.length; i++) {
      long[] shape = context.inputShape(i);
      inputs.add(context.inputRows(i, shape));
      // Variables, not placeholders: ND4J differentiates with respect to these alone.
      INDArray array = Nd4j.create(DataType.FLOAT, shape);
      arrays.add(array);
      variables[i] = graph.var("input" + i, array);
    }
    this.output = context.outputRows(context.outputShape());
    SDVariable value = function.apply(variables);
    this.result = value.name();
    this.gradient = context.backward() ? context.outputGradientRows(context.outputShape()) : null;
    for (int i = 0; i < variables.length; i++) {
      inputGradients.add(
          context.wantsInputGradient(i)
              ? context.inputGradientRows(i, context.inputShape(i))
              : null);
    }
    if (gradient != null) {
      SDVariable given = graph.placeHolder(GRADIENT, DataType.FLOAT, context.outputShape());
      SDVariable objective = value.mul(given).sum();
      objective.markAsLoss();
    }
  }

  @Override
  public void forward() {
    for (int i = 0; i < inputs.size(); i++) {
      inputs.get(i).prepare();
      arrays.get(i).assign(read(inputs.get(i).memory(), context.inputShape(i)));
    }
    Map<String, INDArray> none = new HashMap<>();
    if (gradient != null) {
      none.put(GRADIENT, Nd4j.create(DataType.FLOAT, context.outputShape()));
    }
    INDArray found = Objects.requireNonNull(graph.output(none, result).get(result));
    if (!Arrays.equals(found.shape(), context.outputShape())) {
      throw new IllegalStateException(
          "%s gives %s, but was declared to give %s: name the shape, as in @Lambda(outputShape ="
                  .formatted(
                      context.node().name(),
                      Arrays.toString(found.shape()),
                      Arrays.toString(context.outputShape()))
              + " \"64\")");
    }
    write(found, output);
  }

  @Override
  public void backward() {
    if (gradient == null) {
      return;
    }
    Map<String, INDArray> given = new HashMap<>();
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (inputGradients.get(i) != null) {
        wanted.add("input" + i);
      }
    }
    given.put(GRADIENT, read(gradient, context.outputShape()));
    Map<String, INDArray> found = graph.calculateGradients(given, wanted);
    for (int i = 0; i < inputs.size(); i++) {
      KernelContext.Rows target = inputGradients.get(i);
      if (target != null) {
        INDArray gradientOfInput = found.get("input" + i);
        // Of what the function does not use there is none.
        write(
            gradientOfInput == null
                ? Nd4j.zeros(DataType.FLOAT, context.inputShape(i))
                : gradientOfInput,
            target.memory());
        target.prepare();
      }
    }
  }

  private static INDArray read(memory from, long[] shape) {
    float[] values = new float[(int) (from.get_desc().get_size() / Float.BYTES)];
    buffer(from, values.length).get(0, values);
    return Nd4j.createFromArray(values).reshape(shape);
  }

  private static void write(INDArray from, memory to) {
    float[] values = from.dup('c').data().asFloat();
    buffer(to, values.length).put(0, values);
  }

  private static FloatBuffer buffer(memory of, int length) {
    return new FloatPointer(of.get_data_handle()).capacity(length).asBuffer();
  }
}
