package io.tenon.layer;

/** What the dropouts of whole channels share. */
public interface SpatialDropoutSpec extends LayerSpec {
  /** The share of channels set to 0 while training. */
  double rate();
}
