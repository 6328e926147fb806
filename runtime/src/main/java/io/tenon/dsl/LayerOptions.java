package io.tenon.dsl;

import io.tenon.layer.LayerSpec;
import java.util.Optional;

/**
 * A layer that is being described. Each has a type of its own, generated from its annotation, with
 * a method for each parameter.
 */
public abstract class LayerOptions {
  private final String kind;
  private Optional<String> name = Optional.empty();
  private boolean trainable = true;
  private boolean rankOpen;

  /**
   * Options whose layers are named after their kind unless they are given a name.
   *
   * @param kind such as {@code dense}
   */
  protected LayerOptions(String kind) {
    this.kind = kind;
  }

  /**
   * Names the layer and the tensor that it gives. Default: the kind of layer, with a number from
   * the second on, such as {@code dense2}.
   *
   * @throws IllegalArgumentException if the name is blank, or holds a slash
   */
  public LayerOptions name(String name) {
    this.name = Optional.of(Names.require(name));
    return this;
  }

  /** Whether training changes the layer; one that it does not runs as when predicting. */
  public LayerOptions trainable(boolean trainable) {
    this.trainable = trainable;
    return this;
  }

  /** The layer with what was set, and defaults for the rest. */
  public abstract LayerSpec get();

  /** Takes over what is told of the layer that this one wraps: its name, and its rank if it is. */
  protected final void wrap(Object layer) {
    if (layer instanceof LayerOptions wrapped) {
      name = wrapped.name;
      trainable = wrapped.trainable;
      rankOpen = wrapped.rankOpen;
    } else {
      rankOpen = true;
    }
  }

  /** Leaves the rank of the result to be told at run time. */
  protected final void rankOpen(boolean rankOpen) {
    this.rankOpen = rankOpen;
  }

  final String kind() {
    return kind;
  }

  final Optional<String> name() {
    return name;
  }

  final boolean isTrainable() {
    return trainable;
  }

  final boolean isRankOpen() {
    return rankOpen;
  }
}
