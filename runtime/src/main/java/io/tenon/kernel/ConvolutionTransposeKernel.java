package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import com.google.auto.service.AutoService;
import io.tenon.layer.ConvolutionTransposeSpec;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.deconvolution_backward_weights;
import org.bytedeco.dnnl.deconvolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;

/** Transposed convolutions of every rank: oneDNN's deconvolution, in row-major layouts. */
final class ConvolutionTransposeKernel implements Kernel {
  private static final int KERNEL = 0;
  private static final int BIAS = 1;
  private static final algorithm DIRECT = algorithm.deconvolution_direct;

  private final KernelContext context;
  private final WindowSizes window;
  private final List<Operation> forward = new ArrayList<>();
  private final List<Operation> backward = new ArrayList<>();
  private final ActivationStage activation;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<ConvolutionTransposeSpec> specType() {
      return ConvolutionTransposeSpec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new ConvolutionTransposeKernel(context.spec(ConvolutionTransposeSpec.class), context);
    }
  }

  private ConvolutionTransposeKernel(ConvolutionTransposeSpec spec, KernelContext context) {
    this.context = context;
    long[] shape = context.inputShape(0);
    this.window = WindowSizes.transposed(spec, shape, context.outputShape());
    KernelLayout kernelLayout =
        KernelLayout.transposed(shape[shape.length - 1], spec.filters(), spec.kernelSize());
    memory.desc rows = OneDnn.channelsLast(shape);
    memory input = context.input(0);
    memory source = KernelContext.same(input.get_desc(), rows) ? input : context.scratch(rows);
    arrange(input, source, forward);
    memory output = Layouts.outputRows(context);
    memory gradient = context.backward() ? context.outputGradient() : null;
    this.activation = new ActivationStage(context, spec.activation(), output, gradient);
    memory kernel = context.weight(KERNEL, kernelLayout.layout());
    memory.desc biasLayout = OneDnn.rows(spec.filters());

    deconvolution_forward.primitive_desc description =
        describe(source, kernelLayout, biasLayout, output, spec.useBias());
    // oneDNN chooses the kernel's layout.
    memory arranged = context.scratch(description.weights_desc());
    forward.add(context.reorder(kernel, arranged));
    Operation product =
        context
            .operation(new deconvolution_forward(description))
            .with(DNNL_ARG_SRC, source)
            .with(DNNL_ARG_WEIGHTS, arranged)
            .with(DNNL_ARG_DST, activation.before());
    if (spec.useBias()) {
      product.with(DNNL_ARG_BIAS, context.weight(BIAS, biasLayout));
    }
    forward.add(product);
    if (gradient != null) {
      backwardWeights(description, source, gradient, kernelLayout, biasLayout, spec.useBias());
      if (context.wantsInputGradient(0)) {
        backwardData(source.get_desc(), spec, shape, gradient);
      }
    }
  }

  private deconvolution_forward.primitive_desc describe(
      memory source, KernelLayout kernelLayout, memory.desc bias, memory output, boolean useBias) {
    prop_kind kind = context.training() ? prop_kind.forward_training : prop_kind.forward_inference;
    memory.desc kernel = OneDnn.any(kernelLayout.sizes());
    primitive_attr attributes = activation.attributes();
    return useBias
        ? new deconvolution_forward.primitive_desc(
            OneDnn.engine(),
            kind,
            DIRECT,
            source.get_desc(),
            kernel,
            bias,
            output.get_desc(),
            window.strides(),
            window.dilations(),
            window.before(),
            window.after(),
            attributes,
            false)
        : new deconvolution_forward.primitive_desc(
            OneDnn.engine(),
            kind,
            DIRECT,
            source.get_desc(),
            kernel,
            output.get_desc(),
            window.strides(),
            window.dilations(),
            window.before(),
            window.after(),
            attributes,
            false);
  }

  private void backwardWeights(
      deconvolution_forward.primitive_desc hint,
      memory source,
      memory gradient,
      KernelLayout kernelLayout,
      memory.desc biasLayout,
      boolean useBias) {
    memory.desc kernel = OneDnn.any(kernelLayout.sizes());
    deconvolution_backward_weights.primitive_desc description =
        useBias
            ? new deconvolution_backward_weights.primitive_desc(
                OneDnn.engine(),
                DIRECT,
                source.get_desc(),
                kernel,
                biasLayout,
                gradient.get_desc(),
                window.strides(),
                window.dilations(),
                window.before(),
                window.after(),
                hint)
            : new deconvolution_backward_weights.primitive_desc(
                OneDnn.engine(),
                DIRECT,
                source.get_desc(),
                kernel,
                gradient.get_desc(),
                window.strides(),
                window.dilations(),
                window.before(),
                window.after(),
                hint);
    memory kernelGradient = context.backwardScratch(description.diff_weights_desc());
    Operation operation =
        context
            .operation(new deconvolution_backward_weights(description))
            .with(DNNL_ARG_SRC, source)
            .with(DNNL_ARG_DIFF_DST, gradient)
            .with(DNNL_ARG_DIFF_WEIGHTS, kernelGradient);
    if (useBias) {
      operation.with(DNNL_ARG_DIFF_BIAS, context.weightGradient(BIAS, biasLayout));
    }
    backward.add(operation);
    backward.add(
        context.reorder(kernelGradient, context.weightGradient(KERNEL, kernelLayout.layout())));
  }

  /** The way back of a transposed convolution is a convolution with the same kernel. */
  private void backwardData(
      memory.desc rows, ConvolutionTransposeSpec spec, long[] shape, memory gradient) {
    long channels = shape[shape.length - 1];
    KernelLayout layout = KernelLayout.of(spec.filters(), channels, 1, spec.kernelSize());
    convolution_forward.primitive_desc description =
        new convolution_forward.primitive_desc(
            OneDnn.engine(),
            prop_kind.forward_inference,
            algorithm.convolution_direct,
            gradient.get_desc(),
            OneDnn.any(layout.sizes()),
            rows,
            window.strides(),
            window.dilations(),
            window.before(),
            window.after());
    window.trusted(description, context.outputShape(), shape);
    memory arranged = context.backwardScratch(description.weights_desc());
    backward.add(context.reorder(context.weight(KERNEL, layout.layout()), arranged));
    memory target = context.inputGradient(0);
    boolean direct = KernelContext.same(target.get_desc(), rows);
    memory result = direct ? target : context.backwardScratch(rows);
    backward.add(
        context
            .operation(new convolution_forward(description))
            .with(DNNL_ARG_SRC, gradient)
            .with(DNNL_ARG_WEIGHTS, arranged)
            .with(DNNL_ARG_DST, result));
    arrange(result, target, backward);
  }

  /** Copies between layouts, unless both are one. */
  private void arrange(memory from, memory to, List<Operation> steps) {
    if (!from.equals(to)) {
      steps.add(context.reorder(from, to));
    }
  }

  @Override
  public void forward() {
    for (int i = 0; i < forward.size(); i++) {
      forward.get(i).run();
    }
    activation.forward();
  }

  @Override
  public void backward() {
    activation.backward();
    for (int i = 0; i < backward.size(); i++) {
      backward.get(i).run();
    }
  }
}
