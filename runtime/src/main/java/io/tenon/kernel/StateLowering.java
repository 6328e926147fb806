package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.graph.Node;
import io.tenon.layer.Inference;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.State;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import io.tenon.plan.LoweredNode;
import io.tenon.plan.Lowering;
import io.tenon.shape.TensorType;
import java.util.List;

/** A state of a recurrent layer, which is a tensor of that layer's node. */
@AutoService(Lowering.class)
public final class StateLowering implements Lowering {
  @Override
  public Class<State.Spec> specType() {
    return State.Spec.class;
  }

  @Override
  public List<LoweredNode> lower(Node node, List<TensorType> inputs) {
    State.Spec spec = (State.Spec) node.spec();
    String state = LoweredNode.state(node.inputs().get(0), spec.index());
    Node read =
        LoweredNode.part(
            node, node.name(), new PassState(node.type()), List.of(state), node.type(), List.of());
    String maskFrom = node.type().masked() ? node.inputs().get(0) : null;
    return List.of(new LoweredNode(read, 1, maskFrom));
  }

  /**
   * Gives the state that it reads.
   *
   * @param type what it is
   */
  record PassState(TensorType type) implements LayerSpec {
    @Override
    public Inference infer(List<TensorType> inputs) {
      return Inference.of(type);
    }
  }

  /** Makes the kernels that hand a state on. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<PassState> specType() {
      return PassState.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new PassKernel(context);
    }
  }
}
