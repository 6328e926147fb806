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
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.softmax_backward;
import org.bytedeco.dnnl.softmax_forward;
import org.jspecify.annotations.Nullable;

/**
 * The activation at the end of a layer. Where its derivative can be told from its result, or none
 * is needed, it is fused into the operation before it; else it runs after that, from a memory of
 * its own.
 */
final class ActivationStage {
  /** The axis of features or channels, as oneDNN orders them. */
  private static final int CHANNELS = 1;

  private final memory output;
  private final memory before;
  private final primitive_attr attributes = new primitive_attr();
  private final Optional<FusedDropout> dropout;
  private final Runnable forward;
  private final Runnable backward;

  /**
   * An activation.
   *
   * @param output where its result goes
   * @param gradient the gradient of its result, which becomes that of what goes in; null if there
   *     is no backward half
   */
  ActivationStage(
      KernelContext context,
      ActivationFunction function,
      memory output,
      @Nullable memory gradient) {
    this(context, function, null, output, gradient, context.lossSkipsActivation());
  }

  /**
   * An activation and the dropout after it, both fused.
   *
   * @param output (rows, columns): where what is kept of its result goes
   * @param gradient the gradient of what is kept, which becomes that of what goes in
   */
  ActivationStage(
      KernelContext context,
      ActivationFunction function,
      FusedDropout dropout,
      memory output,
      @Nullable memory gradient) {
    this.output = output;
    this.before = output;
    this.dropout = Optional.of(dropout);
    fuse(Elementwise.of(function));
    this.forward = () -> {};
    this.backward = gradient == null ? () -> {} : dropout.backward(function, gradient);
  }

  /**
   * An activation that reads what another layer gave.
   *
   * @param source what it reads, in the layout of its result; null for the operation before it
   * @param lossSkipsIt whether the loss gives the gradient of what goes in
   */
  ActivationStage(
      KernelContext context,
      ActivationFunction function,
      @Nullable memory source,
      memory output,
      @Nullable memory gradient,
      boolean lossSkipsIt) {
    this.output = output;
    this.dropout = Optional.empty();
    Optional<Elementwise> elementwise = Elementwise.of(function);
    if (source != null) {
      this.before = source;
      this.forward =
          function == ActivationFunction.LINEAR
              ? context.reorder(source, output)
              : forward(context, function, elementwise);
      this.backward = backwardOrNothing(context, function, elementwise, gradient, lossSkipsIt);
      return;
    }
    boolean fused =
        function == ActivationFunction.LINEAR
            || elementwise.isPresent() && (gradient == null || elementwise.get().fromOutput());
    if (fused) {
      this.before = output;
      fuse(elementwise);
      this.forward = () -> {};
    } else {
      boolean keepsInput = gradient != null && !isOfRows(function);
      this.before = keepsInput ? context.scratch(output.get_desc()) : output;
      this.forward = forward(context, function, elementwise);
    }
    this.backward = backwardOrNothing(context, function, elementwise, gradient, lossSkipsIt);
  }

  /** An activation in the middle of a layer. */
  static ActivationStage within(
      KernelContext context,
      ActivationFunction function,
      memory source,
      memory output,
      @Nullable memory gradient) {
    return new ActivationStage(context, function, source, output, gradient, false);
  }

  private Runnable backwardOrNothing(
      KernelContext context,
      ActivationFunction function,
      Optional<Elementwise> elementwise,
      @Nullable memory gradient,
      boolean lossSkipsIt) {
    boolean nothing = lossSkipsIt || function == ActivationFunction.LINEAR;
    return gradient == null || nothing
        ? () -> {}
        : backward(context, function, elementwise, gradient);
  }

  private static boolean isSoftmax(ActivationFunction function) {
    return function == ActivationFunction.SOFTMAX || function == ActivationFunction.LOG_SOFTMAX;
  }

  /** Whether it is a function of a row, whose derivative is told from its result. */
  private static boolean isOfRows(ActivationFunction function) {
    return isSoftmax(function) || function == ActivationFunction.SPARSEMAX;
  }

  private void fuse(Optional<Elementwise> elementwise) {
    post_ops operations = new post_ops();
    elementwise.ifPresent(function -> function.appendTo(operations));
    dropout.ifPresent(fused -> fused.appendTo(operations));
    attributes.set_post_ops(operations);
  }

  private Runnable forward(
      KernelContext context, ActivationFunction function, Optional<Elementwise> elementwise) {
    if (isSoftmax(function)) {
      return context
          .operation(new softmax_forward(softmax(function)))
          .with(DNNL_ARG_SRC, before)
          .with(DNNL_ARG_DST, output);
    }
    if (function == ActivationFunction.SPARSEMAX) {
      return new SparsemaxStage(context, before, output, null)::forward;
    }
    if (elementwise.isEmpty()) {
      return new HeapActivation(function, before, output, null)::forward;
    }
    return elementwise.get().forward(context, before, output);
  }

  private softmax_forward.primitive_desc softmax(ActivationFunction function) {
    return new softmax_forward.primitive_desc(
        OneDnn.engine(),
        prop_kind.forward_training,
        softmaxAlgorithm(function),
        output.get_desc(),
        output.get_desc(),
        CHANNELS);
  }

  private static algorithm softmaxAlgorithm(ActivationFunction function) {
    return function == ActivationFunction.SOFTMAX
        ? algorithm.softmax_accurate
        : algorithm.softmax_log;
  }

  private Runnable backward(
      KernelContext context,
      ActivationFunction function,
      Optional<Elementwise> elementwise,
      memory gradient) {
    memory.desc layout = output.get_desc();
    if (isSoftmax(function)) {
      softmax_backward.primitive_desc description =
          new softmax_backward.primitive_desc(
              OneDnn.engine(),
              softmaxAlgorithm(function),
              layout,
              layout,
              layout,
              CHANNELS,
              softmax(function));
      return inPlace(context.operation(new softmax_backward(description)), gradient)
          .with(DNNL_ARG_DST, output);
    }
    if (function == ActivationFunction.SPARSEMAX) {
      return new SparsemaxStage(context, before, output, gradient)::backward;
    }
    if (elementwise.isEmpty()) {
      return new HeapActivation(function, before, output, gradient)::backward;
    }
    return elementwise.get().backward(context, before, output, gradient);
  }

  private static Operation inPlace(Operation operation, memory gradient) {
    return operation.with(DNNL_ARG_DIFF_DST, gradient).with(DNNL_ARG_DIFF_SRC, gradient);
  }

  /** Where the operation before it puts its result. */
  memory before() {
    return before;
  }

  /** What the operation before it must carry to be fused with it. */
  primitive_attr attributes() {
    return attributes;
  }

  /** Gives the operation that it is fused with what it needs. */
  void complete(Operation operation) {
    dropout.ifPresent(fused -> fused.complete(operation));
  }

  /** Must be run before that operation. */
  void prepare() {
    if (dropout.isPresent()) {
      dropout.get().prepare();
    }
  }

  /** Runs it, unless it is fused. */
  void forward() {
    forward.run();
  }

  /** Turns the gradient of its result into that of what goes in. */
  void backward() {
    backward.run();
  }
}
