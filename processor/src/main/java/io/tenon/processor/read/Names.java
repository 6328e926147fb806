package io.tenon.processor.read;

/** The names of the types that the processor reads: by name, since it loads no user's classes. */
final class Names {
  static final String MODEL = "io.tenon.Model";
  static final String SEQUENTIAL = "io.tenon.Sequential";
  static final String INPUT = "io.tenon.Input";
  static final String OUTPUT = "io.tenon.Output";
  static final String FROM = "io.tenon.From";
  static final String WIRING = "io.tenon.Wiring";
  static final String LAYER_DEFINITION = "io.tenon.layer.LayerDefinition";
  static final String LAYER_SPEC = "io.tenon.layer.LayerSpec";
  static final String LAYER = "io.tenon.Layer";
  static final String APPLY = "io.tenon.Apply";
  static final String FROZEN = "io.tenon.Frozen";
  static final String LAMBDA = "io.tenon.layer.Lambda";
  static final String VARIABLE = "org.nd4j.autodiff.samediff.SDVariable";
  static final String LANGUAGE = "io.tenon";

  private Names() {}
}
