package io.tenon.layer;

/** What the dropouts of whole channels share. */
public interface SpatialDropoutSpec extends LayerSpec {
  /** The share of channels set to 0 while training. */
  double rate();

  @Override
  default KerasKeys kerasKeys() {
    return KerasKeys.NONE.free("seed", null).argument("training", false).withoutTrainable();
  }
}
