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
import java.util.Arrays;
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
    int states = (inputs.size() - 1) / 2;
    Node forward = direction(node, inputs, "/forward", spec.layer(), 1, states);
    Node backward =
        direction(node, inputs, "/backward", new Backwards(spec.recurrent()), 1 + states, states);
    TensorType type = node.type().withStates(List.of());
    List<LoweredNode> nodes = new ArrayList<>();
    nodes.add(LoweredNode.of(forward));
    nodes.add(LoweredNode.of(backward));
    List<String> both = List.of(forward.name(), backward.name());
    if (spec.mergeMode() == Bidirectional.MergeMode.NONE) {
      LayerSpec alone = new StateLowering.PassState(type);
      nodes.addAll(result(node, node.name(), alone, both.subList(0, 1), type));
      String second = LoweredNode.state(node.name(), 0);
      nodes.addAll(result(node, second, alone, both.subList(1, 2), type));
    } else {
      nodes.addAll(result(node, node.name(), merge(spec.mergeMode()), both, type));
    }
    nodes.addAll(states(node, forward, backward));
    return nodes;
  }

  /** What is made of one direction or both, 0 where no step counts. */
  private static List<LoweredNode> result(
      Node node, String name, LayerSpec merge, List<String> directions, TensorType type) {
    boolean masked = type.masked();
    String merged = masked ? name + "/merged" : name;
    Node of = LoweredNode.part(node, merged, merge, directions, type, List.of());
    if (!masked) {
      return List.of(LoweredNode.of(of));
    }
    String maskFrom = node.inputs().get(0);
    Node counting =
        LoweredNode.part(node, name, new Counting(type), List.of(merged), type, List.of());
    return List.of(new LoweredNode(of, 1, maskFrom), LoweredNode.of(counting));
  }

  /** The layer one way, with its half of the first states and of the weights. */
  private static Node direction(
      Node node,
      List<TensorType> inputs,
      String name,
      LayerSpec layer,
      int firstState,
      int states) {
    List<String> reads = new ArrayList<>(node.inputs().subList(0, 1));
    reads.addAll(node.inputs().subList(firstState, firstState + states));
    int half = node.weights().size() / 2;
    int weights = layer instanceof Backwards ? half : 0;
    return LoweredNode.part(
        node,
        node.name() + name,
        layer,
        reads,
        layer.infer(inputs).output(),
        node.weights().subList(weights, weights + half));
  }

  /** The states of both, under the names that those of the node have. */
  private static List<LoweredNode> states(Node node, Node forward, Node backward) {
    List<LoweredNode> states = new ArrayList<>();
    int before =
        node.type().states().size()
            - forward.type().states().size()
            - backward.type().states().size();
    for (Node direction : List.of(forward, backward)) {
      for (int i = 0; i < direction.type().states().size(); i++) {
        TensorType type = TensorType.float32(direction.type().states().get(i));
        states.add(
            LoweredNode.of(
                LoweredNode.part(
                    node,
                    LoweredNode.state(node.name(), before + states.size()),
                    new StateLowering.PassState(type),
                    List.of(LoweredNode.state(direction.name(), i)),
                    type,
                    List.of())));
      }
    }
    return states;
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
      long[] sizes = new long[shape.length]; // (batch, time, 1, ...)
      Arrays.fill(sizes, 2, sizes.length, 1);
      System.arraycopy(shape, 0, sizes, 0, 2);
      memory seen = context.seenAs(mask, OneDnn.rows(sizes));
      return new TapeKernel(
          context, (tape, inputs) -> tape.times(inputs.input(0), tape.given(seen, null, sizes)));
    }
  }

  private static LayerSpec merge(Bidirectional.MergeMode mode) {
    return switch (mode) {
      case CONCAT -> new Concatenate.Spec(-1);
      case SUM -> new Add.Spec();
      case MUL -> new Multiply.Spec();
      case AVE -> new Average.Spec();
      case NONE -> throw new IllegalArgumentException("nothing is merged");
    };
  }
}
