package io.tenon.dsl;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.graph.Graph;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.LayerSpec;
import io.tenon.loss.LossFunction;
import io.tenon.metric.MetricSpec;
import io.tenon.network.Network;
import io.tenon.optimizer.Optimizer;
import io.tenon.shape.RankType;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A tensor of a network that is being described, and what can be made of it. Immutable: what is
 * made of it is another stage, so that a stage may be read several times.
 *
 * <p>A layer that does not fit throws a {@link io.tenon.problem.ModelException} where it stands,
 * with the text that javac has for an annotated model, and is not added.
 *
 * @param <S> the stage itself
 */
public abstract class Stage<S extends Stage<S>> {
  private final Draft draft;
  private final String name;
  private final TensorType type;

  Stage(Draft draft, String name, TensorType type) {
    this.draft = draft;
    this.name = name;
    this.type = type;
  }

  /** The tensor's name. */
  public final String name() {
    return name;
  }

  /** Its shape without the batch axis, and the type of its elements. */
  public final TensorType type() {
    return type;
  }

  /**
   * What any layer gives, its rank checked when it runs. For layers whose rank nothing tells
   * beforehand; for all others, {@code then} and the methods of the stage are checked by javac.
   *
   * @param layer its options, or a supplier of its spec
   * @param others what it reads besides this tensor
   */
  public final TensorStage layer(Supplier<? extends LayerSpec> layer, Stage<?>... others) {
    return read(others).any(layer);
  }

  /**
   * What a shared layer gives, its rank checked when it runs.
   *
   * @param others what it reads besides this tensor
   */
  public final TensorStage layer(SharedLayer<?> layer, Stage<?>... others) {
    return read(others).tensor(layer);
  }

  /** What a model with one input gives, its rank checked when it runs. */
  public final TensorStage then(NestedModel model) {
    return model.invoke(this);
  }

  /**
   * The graph of this tensor and all that it depends on, which predicts only.
   *
   * @throws io.tenon.problem.ModelException with all problems, if it does not fit
   */
  public final Graph graph() {
    return draft.graph(List.of(OutputSpec.of(name)));
  }

  /**
   * The graph of this tensor and all that it depends on, to be trained.
   *
   * <pre>{@code
   * Network network = Network.builder(digit.graph(SPARSE_CATEGORICAL_CROSSENTROPY)).seed(42).build();
   * }</pre>
   *
   * @throws io.tenon.problem.ModelException with all problems, if it does not fit
   */
  public final Graph graph(Loss loss, Metric... metrics) {
    return draft.graph(List.of(new OutputSpec(name, loss, 1.0, List.of(metrics))));
  }

  /**
   * The network whose only output this tensor is, with fresh weights.
   *
   * @throws io.tenon.problem.ModelException with all problems, if it does not fit
   */
  public final Network compile(Optimizer optimizer, Loss loss, Metric... metrics) {
    return Network.builder(graph(loss, metrics)).optimizer(optimizer).build();
  }

  /**
   * The network whose only output this tensor is, its loss told more closely, such as {@code
   * Losses.huber(0.5)}, or one's own.
   *
   * @throws io.tenon.problem.ModelException with all problems, if it does not fit
   */
  public final Network compile(Optimizer optimizer, LossFunction loss, MetricSpec... metrics) {
    return Network.builder(graph())
        .optimizer(optimizer)
        .loss(name, loss)
        .metrics(name, List.of(metrics))
        .build();
  }

  /** The tensor's name, if it is one of that draft. */
  final String in(Draft other) {
    if (draft != other) {
      throw new IllegalArgumentException(
          "%s is a tensor of %s and cannot be read in %s: describe both with one"
                  .formatted(name, draft.model(), other.model())
              + " Networks.functional, or use one as a model of the other");
    }
    return name;
  }

  final Draft draft() {
    return draft;
  }

  /** This tensor as what a layer reads, perhaps with others. */
  final Reader read(Stage<?>... others) {
    return read(List.of(others));
  }

  /** This tensor as what a layer reads, with others. */
  final Reader read(List<? extends Stage<?>> others) {
    List<Stage<?>> read = new ArrayList<>();
    read.add(this);
    read.addAll(others);
    return new Reader(draft, read);
  }

  /** This tensor as what a layer reads, with at least one other. */
  final Reader readAll(Stage<?> other, Stage<?>[] more) {
    List<Stage<?>> others = new ArrayList<>();
    others.add(other);
    others.addAll(List.of(more));
    return read(others);
  }

  /** Options, once something has been set. */
  static <O extends LayerOptions> O set(O options, Consumer<? super O> how) {
    how.accept(options);
    return options;
  }

  /** A layer, known by what it reads, as what a wrapper takes. */
  @SuppressWarnings("unchecked") // options, which alone implement these types, supply their spec
  static Supplier<? extends LayerSpec> given(Object layer) {
    return (Supplier<? extends LayerSpec>) layer;
  }

  /** The name, rank and shape, such as {@code edges: Image 26 x 26 x 32}. */
  @Override
  public final String toString() {
    return "%s: %s %s"
        .formatted(name, RankType.of(type).map(RankType::typeName).orElse("Tensor"), type);
  }
}
