package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Dense;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** {@link Dense}: one product forward; backward one for the weights and one for the input. */
final class DenseKernel implements Kernel {
  private static final int KERNEL = 0;
  private static final int BIAS = 1;

  private final KernelContext.Rows input;
  private final Operation product;
  private final ActivationStage activation;
  private final List<Operation> backward = new ArrayList<>();
  private KernelContext.@Nullable Rows inputGradient;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Dense.Spec> specType() {
      return Dense.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new DenseKernel(context.spec(Dense.Spec.class), context);
    }
  }

  private DenseKernel(Dense.Spec spec, KernelContext context) {
    long[] shape = context.inputShape(0);
    long features = shape[shape.length - 1];
    long units = spec.units();
    long rows = 1;
    for (int i = 0; i < shape.length - 1; i++) {
      rows *= shape[i];
    }
    memory.desc kernelLayout = OneDnn.rows(features, units);
    memory.desc biasLayout = OneDnn.rows(1, units);

    this.input = context.inputRows(0, rows, features); // (rows, features)
    memory output = context.outputRows(rows, units); // (rows, units)
    memory gradient = context.backward() ? context.outputGradientRows(rows, units) : null;
    this.activation =
        FusedDropout.after(context, spec.activation(), output)
            .map(kept -> new ActivationStage(context, spec.activation(), kept, output, gradient))
            .orElseGet(() -> new ActivationStage(context, spec.activation(), output, gradient));
    memory bias = spec.useBias() ? context.weight(BIAS, biasLayout) : null; // (1, units)
    memory before = activation.before();
    // (rows, features) x (features, units) + (1, units) = (rows, units)
    if (!context.training()) {
      Products.Weight kernel = new Products.Weight(KERNEL, kernelLayout);
      this.product =
          Products.of(context, input.memory(), kernel, bias, before, activation.attributes());
      return;
    }
    memory kernel = context.weight(KERNEL, kernelLayout); // (features, units)
    this.product =
        Products.of(context, input.memory(), kernel, bias, before, activation.attributes());
    activation.complete(product);

    if (gradient == null) {
      return;
    }
    // (features, rows) x (rows, units) = (features, units)
    memory transposedInput = Products.transposed(context, input.memory());
    backward.add(
        Products.of(
            context, transposedInput, gradient, context.weightGradient(KERNEL, kernelLayout)));
    if (spec.useBias()) {
      // (1, rows) x (rows, units) = (1, units)
      memory ones = context.constant(1, 1, rows);
      backward.add(Products.of(context, ones, gradient, context.weightGradient(BIAS, biasLayout)));
    }
    if (context.wantsInputGradient(0)) {
      // (rows, units) x (units, features) = (rows, features)
      inputGradient = context.inputGradientRows(0, rows, features);
      memory transposedKernel = Products.transposed(context, kernel);
      backward.add(Products.of(context, gradient, transposedKernel, inputGradient.memory()));
    }
  }

  @Override
  public void forward() {
    input.prepare();
    activation.prepare();
    product.run();
    activation.forward();
  }

  @Override
  public void backward() {
    activation.backward();
    for (int i = 0; i < backward.size(); i++) {
      backward.get(i).run();
    }
    if (inputGradient != null) {
      inputGradient.prepare();
    }
  }
}
