package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.graph.Node;
import io.tenon.layer.Inference;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.TimeDistributed;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import io.tenon.plan.LoweredNode;
import io.tenon.plan.Lowering;
import io.tenon.shape.TensorType;
import java.util.List;

/** A layer over time as that layer over a batch of all steps. */
@AutoService(Lowering.class)
public final class TimeDistributedLowering implements Lowering {
  @Override
  public Class<TimeDistributed.Spec> specType() {
    return TimeDistributed.Spec.class;
  }

  @Override
  public List<LoweredNode> lower(Node node, List<TensorType> inputs) {
    TimeDistributed.Spec spec = (TimeDistributed.Spec) node.spec();
    TensorType step = spec.step(inputs.get(0));
    long time = inputs.get(0).shape().axis(0).size().orElseThrow();
    Node apart =
        LoweredNode.part(
            node, node.name() + "/steps", new SameRows(step), node.inputs(), step, List.of());
    Node each =
        LoweredNode.part(
            node,
            node.name() + "/each",
            spec.layer(),
            List.of(apart.name()),
            spec.layer().infer(List.of(step)).output(),
            node.weights());
    Node together =
        LoweredNode.part(
            node,
            node.name(),
            new SameRows(node.type()),
            List.of(each.name()),
            node.type(),
            List.of());
    String mask = node.type().masked() ? node.inputs().get(0) : null;
    return List.of(
        new LoweredNode(apart, time, null),
        new LoweredNode(each, time, null),
        new LoweredNode(together, 1, mask));
  }

  /**
   * The same elements in the same order under another shape, the batch axis included.
   *
   * @param type what they become
   */
  record SameRows(TensorType type) implements LayerSpec {
    @Override
    public Inference infer(List<TensorType> inputs) {
      return Inference.of(type);
    }
  }

  /** Makes the kernels of what stands before and behind the layer. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<SameRows> specType() {
      return SameRows.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new SameRowsKernel(context);
    }
  }
}
