package io.tenon.processor.read;

import javax.lang.model.element.PackageElement;

/** Reads {@code @GenerateOptions}. */
public final class OptionsPackage {
  private OptionsPackage() {}

  /** The name of the package whose layers another package wants options for. */
  public static String layersOf(PackageElement target) {
    return Mirrors.find(target, "io.tenon.layer.GenerateOptions")
        .map(annotation -> Mirrors.value(annotation, "value").getValue().toString())
        .orElseThrow(UnreadableException::new);
  }

  /** Whether it wants a stage for each rank too. */
  public static boolean wantsStages(PackageElement target) {
    return Mirrors.find(target, "io.tenon.layer.GenerateOptions")
        .map(annotation -> (boolean) Mirrors.value(annotation, "stages").getValue())
        .orElseThrow(UnreadableException::new);
  }
}
