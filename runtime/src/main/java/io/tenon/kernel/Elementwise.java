package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import io.tenon.ActivationFunction;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.KernelContext;
import java.util.Optional;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;

/**
 * How oneDNN computes an activation function.
 *
 * @param forward the function, with its two numbers
 * @param backward its derivative: of what comes out of the function, or of what goes in
 * @param fromOutput which of both
 */
record Elementwise(
    algorithm forward, algorithm backward, float alpha, float beta, boolean fromOutput) {

  private static final float LEAKY_RELU_SLOPE = 0.2f;

  /** Has an operation apply the function to its result. */
  void appendTo(post_ops operations) {
    operations.append_eltwise(forward, alpha, beta);
  }

  /** The function in oneDNN's terms, if it has it. */
  static Optional<Elementwise> of(ActivationFunction function) {
    return Optional.ofNullable(
        switch (function) {
          case RELU -> output(algorithm.eltwise_relu, algorithm.eltwise_relu_use_dst_for_bwd, 0, 0);
          case LEAKY_RELU ->
              output(
                  algorithm.eltwise_relu,
                  algorithm.eltwise_relu_use_dst_for_bwd,
                  LEAKY_RELU_SLOPE,
                  0);
          case RELU6 ->
              output(algorithm.eltwise_clip_v2, algorithm.eltwise_clip_v2_use_dst_for_bwd, 0, 6);
          case SIGMOID ->
              output(algorithm.eltwise_logistic, algorithm.eltwise_logistic_use_dst_for_bwd, 0, 0);
          case TANH -> output(algorithm.eltwise_tanh, algorithm.eltwise_tanh_use_dst_for_bwd, 0, 0);
          case ELU -> output(algorithm.eltwise_elu, algorithm.eltwise_elu_use_dst_for_bwd, 1, 0);
          case EXPONENTIAL ->
              output(algorithm.eltwise_exp, algorithm.eltwise_exp_use_dst_for_bwd, 0, 0);
          case SOFTPLUS -> input(algorithm.eltwise_soft_relu, 1, 0);
          case HARD_SIGMOID -> input(algorithm.eltwise_hardsigmoid, 1f / 6, 0.5f);
          case LEGACY_HARD_SIGMOID -> input(algorithm.eltwise_hardsigmoid, 0.2f, 0.5f);
          case GELU -> input(algorithm.eltwise_gelu_erf, 0, 0);
          case SILU -> input(algorithm.eltwise_swish, 1, 0);
          case MISH -> input(algorithm.eltwise_mish, 0, 0);
          case HARD_SILU -> input(algorithm.eltwise_hardswish, 1f / 6, 0.5f);
          case HARD_TANH ->
              output(algorithm.eltwise_clip_v2, algorithm.eltwise_clip_v2_use_dst_for_bwd, -1, 1);
          case LOG_SIGMOID -> input(algorithm.eltwise_soft_relu, -1, 0);
          case SPARSE_SIGMOID -> input(algorithm.eltwise_hardsigmoid, 0.5f, 0.5f);
          case LINEAR, SOFTMAX, LOG_SOFTMAX, SPARSEMAX -> null;
          case SOFTSIGN, SELU, TANH_SHRINK, SOFT_SHRINK, HARD_SHRINK, SQUAREPLUS, SPARSE_PLUS ->
              null;
        });
  }

  static Elementwise output(algorithm forward, algorithm backward, float alpha, float beta) {
    return new Elementwise(forward, backward, alpha, beta, true);
  }

  static Elementwise input(algorithm both, float alpha, float beta) {
    return new Elementwise(both, both, alpha, beta, false);
  }

  /** The operation that applies the function. */
  Operation forward(KernelContext context, memory input, memory output) {
    return context
        .operation(new eltwise_forward(describe(forward, output.get_desc())))
        .with(DNNL_ARG_SRC, input)
        .with(DNNL_ARG_DST, output);
  }

  /**
   * The operation that turns the gradient of what comes out into that of what goes in, in place.
   */
  Operation backward(KernelContext context, memory input, memory output, memory gradient) {
    memory.desc layout = output.get_desc();
    eltwise_backward.primitive_desc description =
        new eltwise_backward.primitive_desc(
            OneDnn.engine(),
            backward,
            layout,
            layout,
            layout,
            alpha,
            beta,
            describe(backward, layout));
    return context
        .operation(new eltwise_backward(description))
        .with(DNNL_ARG_DIFF_DST, gradient)
        .with(DNNL_ARG_DIFF_SRC, gradient)
        .with(fromOutput ? DNNL_ARG_DST : DNNL_ARG_SRC, fromOutput ? output : input);
  }

  private eltwise_forward.primitive_desc describe(algorithm how, memory.desc layout) {
    return new eltwise_forward.primitive_desc(
        OneDnn.engine(), prop_kind.forward_training, how, layout, layout, alpha, beta);
  }
}
