package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.graph.Node;
import io.tenon.layer.Add;
import io.tenon.layer.Average;
import io.tenon.layer.Bidirectional;
import io.tenon.layer.Concatenate;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.Multiply;
import io.tenon.plan.LoweredNode;
import io.tenon.plan.Lowering;
import io.tenon.shape.TensorType;
import java.util.List;

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
    Node merged =
        LoweredNode.part(
            node,
            node.name(),
            merge(spec.mergeMode()),
            List.of(forward.name(), backward.name()),
            node.type(),
            List.of());
    String mask = node.type().masked() ? node.inputs().get(0) : null;
    return List.of(
        LoweredNode.of(forward), LoweredNode.of(backward), new LoweredNode(merged, 1, mask));
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
