package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.graph.Node;
import io.tenon.layer.SeparableSpec;
import io.tenon.plan.LoweredNode;
import io.tenon.plan.Lowering;
import io.tenon.shape.TensorType;
import java.util.List;

/** Separable convolutions as the two convolutions that they are. */
@AutoService(Lowering.class)
public final class SeparableLowering implements Lowering {
  @Override
  public Class<SeparableSpec> specType() {
    return SeparableSpec.class;
  }

  @Override
  public List<LoweredNode> lower(Node node, List<TensorType> inputs) {
    SeparableSpec spec = (SeparableSpec) node.spec();
    String between = node.name() + "/depthwise";
    Node depthwise =
        LoweredNode.part(
            node,
            between,
            spec.depthwise(),
            node.inputs(),
            spec.depthwise().infer(inputs).output(),
            node.weights().subList(0, 1));
    Node pointwise =
        LoweredNode.part(
            node,
            node.name(),
            spec.pointwise(),
            List.of(between),
            node.type(),
            node.weights().subList(1, node.weights().size()));
    return List.of(LoweredNode.of(depthwise), LoweredNode.of(pointwise));
  }
}
