package io.tenon.keras;

import io.tenon.graph.Graph;
import io.tenon.problem.ModelException;
import org.jspecify.annotations.Nullable;

/**
 * Architectures as Keras writes them down, of versions 2 and 3: layers and how they connect,
 * without weights. Works on what any JSON parser gives.
 */
public final class KerasArchitecture {
  private KerasArchitecture() {}

  /**
   * The model that a configuration describes.
   *
   * @param parsed what {@code model.to_json()} wrote, as maps, lists, texts, numbers and truth
   *     values
   * @throws KerasFormatException if it is no model of Keras's, or holds what Tenon does not have
   */
  public static Graph read(@Nullable Object parsed) {
    Config root = Config.of(parsed);
    try {
      return new ModelReader(root.get("keras_version").text("3")).read(root);
    } catch (ModelException e) {
      throw new KerasFormatException("the layers do not fit: " + e.getMessage(), e);
    }
  }
}
