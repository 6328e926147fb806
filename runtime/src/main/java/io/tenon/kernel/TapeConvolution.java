package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.tenon.layer.ConvolutionSpec;
import io.tenon.onednn.OneDnn;
import io.tenon.plan.KernelContext;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;

/** A convolution in the middle of a layer, on its tape: (batch, height, width, channels). */
final class TapeConvolution {
  private static final algorithm DIRECT = algorithm.convolution_direct;

  private final KernelContext context;
  private final Tape tape;
  private final WindowSizes window;
  private final KernelLayout kernelLayout;
  private final Value kernel;
  private final long[] outputSizes;

  /**
   * A convolution.
   *
   * @param kernel (height, width, channels, filters)
   * @param inputSizes of what it reads: (batch, height, width, channels)
   * @param outputSizes of what it gives
   */
  TapeConvolution(
      KernelContext context,
      Tape tape,
      ConvolutionSpec spec,
      Value kernel,
      long[] inputSizes,
      long[] outputSizes) {
    this.context = context;
    this.tape = tape;
    this.kernel = kernel;
    this.outputSizes = outputSizes;
    this.window =
        WindowSizes.of(
            inputSizes,
            outputSizes,
            spec.kernelSize(),
            spec.strides(),
            spec.dilationRate(),
            spec.padding());
    this.kernelLayout =
        KernelLayout.of(inputSizes[3], outputSizes[3], spec.groups(), spec.kernelSize());
  }

  /** Applies it. */
  Value apply(Value input) {
    Value result = tape.array(outputSizes);
    memory source = context.seenAs(input.memory, OneDnn.channelsLast(input.sizes));
    memory target = context.seenAs(result.memory, OneDnn.channelsLast(outputSizes));
    memory weights = context.seenAs(kernel.memory, kernelLayout.layout());
    convolution_forward.primitive_desc description =
        new convolution_forward.primitive_desc(
            OneDnn.engine(),
            prop_kind.forward_training,
            DIRECT,
            source.get_desc(),
            OneDnn.any(kernelLayout.sizes()),
            target.get_desc(),
            window.strides(),
            window.dilations(),
            window.before(),
            window.after());
    window.trusted(description, input.sizes, outputSizes);
    memory arranged = context.scratch(description.weights_desc());
    tape.run(context.reorder(weights, arranged));
    Runnable forward =
        context
            .operation(new convolution_forward(description))
            .with(DNNL_ARG_SRC, source)
            .with(DNNL_ARG_WEIGHTS, arranged)
            .with(DNNL_ARG_DST, target);
    tape.record(
        forward,
        result,
        gradient -> {
          memory seen = context.seenAs(gradient, OneDnn.channelsLast(outputSizes));
          if (input.gradient != null) {
            backwardData(description, input, weights, seen);
          }
          if (kernel.gradient != null) {
            backwardWeights(description, source, seen);
          }
        });
    return result;
  }

  private void backwardData(
      convolution_forward.primitive_desc hint, Value input, memory weights, memory gradient) {
    memory.desc layout = OneDnn.channelsLast(input.sizes);
    convolution_backward_data.primitive_desc description =
        new convolution_backward_data.primitive_desc(
            OneDnn.engine(),
            DIRECT,
            layout,
            OneDnn.any(kernelLayout.sizes()),
            gradient.get_desc(),
            window.strides(),
            window.dilations(),
            window.before(),
            window.after(),
            hint);
    memory arranged = context.backwardScratch(description.weights_desc());
    memory part = context.backwardScratch(OneDnn.rows(input.sizes));
    tape.runBackward(context.reorder(weights, arranged));
    tape.runBackward(
        context
            .operation(new convolution_backward_data(description))
            .with(DNNL_ARG_DIFF_DST, gradient)
            .with(DNNL_ARG_WEIGHTS, arranged)
            .with(DNNL_ARG_DIFF_SRC, context.seenAs(part, layout)));
    tape.add(part, input.sizes, 1, input);
  }

  private void backwardWeights(
      convolution_forward.primitive_desc hint, memory source, memory gradient) {
    convolution_backward_weights.primitive_desc description =
        new convolution_backward_weights.primitive_desc(
            OneDnn.engine(),
            DIRECT,
            source.get_desc(),
            OneDnn.any(kernelLayout.sizes()),
            gradient.get_desc(),
            window.strides(),
            window.dilations(),
            window.before(),
            window.after(),
            hint);
    memory arranged = context.backwardScratch(description.diff_weights_desc());
    memory part = context.backwardScratch(OneDnn.rows(kernel.sizes));
    tape.runBackward(
        context
            .operation(new convolution_backward_weights(description))
            .with(DNNL_ARG_SRC, source)
            .with(DNNL_ARG_DIFF_DST, gradient)
            .with(DNNL_ARG_DIFF_WEIGHTS, arranged));
    tape.runBackward(context.reorder(arranged, context.seenAs(part, kernelLayout.layout())));
    tape.add(part, kernel.sizes, 1, kernel);
  }
}
