package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import com.google.auto.service.AutoService;
import io.tenon.ActivationFunction;
import io.tenon.layer.ConvolutionSpec;
import io.tenon.layer.DepthwiseSpec;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;

/**
 * Convolutions of every rank, over all channels or each by itself. oneDNN chooses the layouts of
 * what it gives and of the kernel; what is laid out otherwise is reordered around it.
 */
final class ConvolutionKernel implements Kernel {
  private static final int KERNEL = 0;
  private static final int BIAS = 1;
  private static final algorithm DIRECT = algorithm.convolution_direct;

  private final KernelContext context;
  private final WindowSizes window;
  private final List<Operation> forward = new ArrayList<>();
  private final List<Operation> backward = new ArrayList<>();
  private final ActivationStage activation;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<ConvolutionSpec> specType() {
      return ConvolutionSpec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      ConvolutionSpec spec = context.spec(ConvolutionSpec.class);
      long[] input = context.inputShape(0);
      WindowSizes window =
          WindowSizes.of(
              input,
              context.outputShape(),
              spec.kernelSize(),
              spec.strides(),
              spec.dilationRate(),
              spec.padding());
      KernelLayout layout =
          KernelLayout.of(
              input[input.length - 1], spec.filters(), spec.groups(), spec.kernelSize());
      return new ConvolutionKernel(context, window, layout, spec.activation(), spec.useBias());
    }
  }

  /** Makes the kernels of convolutions of each channel by itself. */
  @AutoService(KernelFactory.class)
  public static final class DepthwiseFactory implements KernelFactory {
    @Override
    public Class<DepthwiseSpec> specType() {
      return DepthwiseSpec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      DepthwiseSpec spec = context.spec(DepthwiseSpec.class);
      long[] input = context.inputShape(0);
      WindowSizes window =
          WindowSizes.of(
              input,
              context.outputShape(),
              spec.kernelSize(),
              spec.strides(),
              spec.dilationRate(),
              spec.padding());
      KernelLayout layout =
          KernelLayout.depthwise(
              input[input.length - 1], spec.depthMultiplier(), spec.kernelSize());
      return new ConvolutionKernel(context, window, layout, spec.activation(), spec.useBias());
    }
  }

  private ConvolutionKernel(
      KernelContext context,
      WindowSizes window,
      KernelLayout kernelLayout,
      ActivationFunction function,
      boolean useBias) {
    this.context = context;
    this.window = window;
    long[] input = OneDnn.channelsFirst(context.inputShape(0)); // (batch, channels, space)
    long[] output = OneDnn.channelsFirst(context.outputShape()); // (batch, filters, space)
    memory.desc biasLayout = OneDnn.rows(output[1]);

    memory.desc anyOutput =
        context.outputMustBeRows()
            ? OneDnn.channelsLast(context.outputShape())
            : OneDnn.any(output);
    memory.desc anyInput = OneDnn.any(input);
    memory.desc anyKernel = OneDnn.any(kernelLayout.sizes());
    convolution_forward.primitive_desc plain =
        describe(anyInput, anyKernel, biasLayout, anyOutput, useBias, null);
    memory result = context.output(plain.dst_desc());
    memory gradient = context.backward() ? context.outputGradient() : null;
    this.activation = new ActivationStage(context, function, result, gradient);
    convolution_forward.primitive_desc description =
        describe(
            plain.src_desc(),
            plain.weights_desc(),
            biasLayout,
            plain.dst_desc(),
            useBias,
            activation);
    memory kernel = context.weight(KERNEL, kernelLayout.layout());
    memory.desc wanted = description.weights_desc();
    memory arrangedKernel =
        context.training()
            ? arranged(kernel, wanted, forward)
            : context.weight(KERNEL, kernelLayout.layout(), wanted);
    memory source = arranged(context.input(0), description.src_desc(), forward);
    Operation convolution =
        context
            .operation(new convolution_forward(description))
            .with(DNNL_ARG_SRC, source)
            .with(DNNL_ARG_WEIGHTS, arrangedKernel)
            .with(DNNL_ARG_DST, activation.before());
    if (useBias) {
      convolution.with(DNNL_ARG_BIAS, context.weight(BIAS, biasLayout));
    }
    forward.add(convolution);

    if (gradient != null) {
      backwardWeights(
          useBias, plain, source, gradient, kernelLayout, biasLayout, anyInput, anyOutput);
      if (context.wantsInputGradient(0)) {
        backwardData(plain, kernel, gradient, anyInput, anyKernel, anyOutput);
      }
    }
  }

  private convolution_forward.primitive_desc describe(
      memory.desc input,
      memory.desc kernel,
      memory.desc bias,
      memory.desc output,
      boolean useBias,
      @Nullable ActivationStage fused) {
    prop_kind kind = context.training() ? prop_kind.forward_training : prop_kind.forward_inference;
    var attributes = fused == null ? new primitive_attr() : fused.attributes();
    convolution_forward.primitive_desc description =
        useBias
            ? new convolution_forward.primitive_desc(
                OneDnn.engine(),
                kind,
                DIRECT,
                input,
                kernel,
                bias,
                output,
                window.strides(),
                window.dilations(),
                window.before(),
                window.after(),
                attributes,
                false)
            : new convolution_forward.primitive_desc(
                OneDnn.engine(),
                kind,
                DIRECT,
                input,
                kernel,
                output,
                window.strides(),
                window.dilations(),
                window.before(),
                window.after(),
                attributes,
                false);
    return window.trusted(description, context.inputShape(0), context.outputShape());
  }

  private void backwardWeights(
      boolean useBias,
      convolution_forward.primitive_desc hint,
      memory source,
      memory gradient,
      KernelLayout kernelLayout,
      memory.desc biasLayout,
      memory.desc anyInput,
      memory.desc anyOutput) {
    memory.desc anyKernel = OneDnn.any(kernelLayout.sizes());
    convolution_backward_weights.primitive_desc description =
        useBias
            ? new convolution_backward_weights.primitive_desc(
                OneDnn.engine(),
                DIRECT,
                anyInput,
                anyKernel,
                biasLayout,
                anyOutput,
                window.strides(),
                window.dilations(),
                window.before(),
                window.after(),
                hint)
            : new convolution_backward_weights.primitive_desc(
                OneDnn.engine(),
                DIRECT,
                anyInput,
                anyKernel,
                anyOutput,
                window.strides(),
                window.dilations(),
                window.before(),
                window.after(),
                hint);
    memory flat = context.weightGradient(KERNEL, kernelLayout.layout());
    boolean direct = KernelContext.same(description.diff_weights_desc(), kernelLayout.layout());
    memory kernelGradient =
        direct ? flat : context.backwardScratch(description.diff_weights_desc());
    Operation operation =
        context
            .operation(new convolution_backward_weights(description))
            .with(DNNL_ARG_SRC, arranged(source, description.src_desc(), backward))
            .with(DNNL_ARG_DIFF_DST, arranged(gradient, description.diff_dst_desc(), backward))
            .with(DNNL_ARG_DIFF_WEIGHTS, kernelGradient);
    if (useBias) {
      operation.with(DNNL_ARG_DIFF_BIAS, context.weightGradient(BIAS, biasLayout));
    }
    backward.add(operation);
    if (!direct) {
      backward.add(context.reorder(kernelGradient, flat));
    }
  }

  private void backwardData(
      convolution_forward.primitive_desc hint,
      memory kernel,
      memory gradient,
      memory.desc anyInput,
      memory.desc anyKernel,
      memory.desc anyOutput) {
    convolution_backward_data.primitive_desc description =
        new convolution_backward_data.primitive_desc(
            OneDnn.engine(),
            DIRECT,
            anyInput,
            anyKernel,
            anyOutput,
            window.strides(),
            window.dilations(),
            window.before(),
            window.after(),
            hint);
    memory target = context.inputGradient(0);
    boolean direct = KernelContext.same(description.diff_src_desc(), context.inputLayout(0));
    memory inputGradient = direct ? target : context.backwardScratch(description.diff_src_desc());
    Operation operation =
        context
            .operation(new convolution_backward_data(description))
            .with(DNNL_ARG_DIFF_DST, arranged(gradient, description.diff_dst_desc(), backward))
            .with(DNNL_ARG_WEIGHTS, arranged(kernel, description.weights_desc(), backward))
            .with(DNNL_ARG_DIFF_SRC, inputGradient);
    backward.add(operation);
    if (!direct) {
      backward.add(context.reorder(inputGradient, target));
    }
  }

  /** A memory in the layout that an operation asks for, reordered before it if need be. */
  private memory arranged(memory original, memory.desc wanted, List<Operation> before) {
    if (KernelContext.same(original.get_desc(), wanted)) {
      return original;
    }
    memory ordered = before == forward ? context.scratch(wanted) : context.backwardScratch(wanted);
    before.add(context.reorder(original, ordered));
    return ordered;
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
