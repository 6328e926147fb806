package io.tenon.dsl;

import io.tenon.layer.LayerSpec;

public abstract class LayerOptions {
  protected LayerOptions(String kind) {}

  public LayerOptions name(String name) {
    return this;
  }

  public LayerOptions trainable(boolean trainable) {
    return this;
  }

  public abstract LayerSpec get();

  protected final void wrap(Object layer) {}

  protected final void rankOpen(boolean rankOpen) {}
}
