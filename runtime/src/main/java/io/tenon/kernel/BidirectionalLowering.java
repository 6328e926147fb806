package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.graph.Node;
import io.tenon.layer.Add;
import io.tenon.layer.Average;
import io.tenon.layer.Bidirectional;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Inference;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.Multiply;
import io.tenon.onednn.OneDnn;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import io.tenon.plan.LoweredNode;
import io.tenon.plan.Lowering;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.dnnl.memory;

/** A bidirectional layer as two recurrent ones and a merge. */
@AutoService(Lowering.class)
public final class BidirectionalLowering implements Lowering {
  @Override
  public Class<Bidirectional.Spec> specType() {
    return Bidirectional.Spec.class;
  }

  @Override
  public List<LoweredNode> lower(Node node, List<TensorType> inputs) {
    Bidirectional.Spec spec = (Bidirectional.Spec) node.spec();
    TensorType one = spec.layer().infer(inputs).output();
    int half = node.weights().size() / 2;
    Node forward =
        LoweredNode.part(
            node,
            node.name() + "/forward",
            spec.layer(),
            node.inputs(),
            one,
            node.weights().subList(0, half));
    Node backward =
        LoweredNode.part(
            node,
            node.name() + "/backward",
            new Backwards(spec.recurrent()),
            node.inputs(),
            one,
            node.weights().subList(half, 2 * half));
    boolean masked = node.type().masked();
    Node merged =
        LoweredNode.part(
            node,
            masked ? node.name() + "/merged" : node.name(),
            merge(spec.mergeMode()),
            List.of(forward.name(), backward.name()),
            node.type(),
            List.of());
    List<LoweredNode> nodes = new ArrayList<>();
    nodes.add(LoweredNode.of(forward));
    nodes.add(LoweredNode.of(backward));
    nodes.add(new LoweredNode(merged, 1, masked ? node.inputs().get(0) : null));
    if (masked) {
      Node counting =
          LoweredNode.part(
              node,
              node.name(),
              new Counting(node.type()),
              List.of(merged.name()),
              node.type(),
              List.of());
      nodes.add(LoweredNode.of(counting));
    }
    return nodes;
  }

  /**
   * The steps that count, and 0 for those that do not: of both directions, Keras has each give 0
   * there.
   *
   * @param type what it reads and gives
   */
  record Counting(TensorType type) implements LayerSpec {
    @Override
    public Inference infer(List<TensorType> inputs) {
      return Inference.of(type);
    }
  }

  /** Makes the kernels that give 0 for the steps that do not count. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Counting> specType() {
      return Counting.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      memory mask = Objects.requireNonNull(context.mask(0));
      long[] shape = context.inputShape(0);
      memory seen = context.seenAs(mask, OneDnn.rows(shape[0], shape[1], 1));
      return new TapeKernel(
          context,
          (tape, inputs) ->
              tape.times(inputs.input(0), tape.given(seen, null, shape[0], shape[1], 1)));
    }
  }

  private static LayerSpec merge(Bidirectional.MergeMode mode) {
    return switch (mode) {
      case CONCAT -> new Concatenate.Spec(-1);
      case SUM -> new Add.Spec();
      case MUL -> new Multiply.Spec();
      case AVE -> new Average.Spec();
    };
  }
}
