package io.tenon.check;

import io.tenon.layer.InputLayer;
import io.tenon.layer.LayerSpec;
import io.tenon.shape.RankType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tensor as it was declared.
 *
 * @param name its name
 * @param spec the layer that makes it; null where that was wrong in itself and has been reported
 * @param inputs what the layer reads
 * @param declared the rank type that the signature states, if it states one
 */
public record TensorDeclaration(
    String name,
    @Nullable LayerSpec spec,
    List<InputReference> inputs,
    @Nullable RankType declared) {

  /** Copies the list. */
  public TensorDeclaration {
    inputs = List.copyOf(inputs);
  }

  /** A tensor whose signature states no ranks. */
  public static TensorDeclaration of(String name, LayerSpec spec, String... inputs) {
    return new TensorDeclaration(
        name, spec, Arrays.stream(inputs).map(InputReference::of).toList(), null);
  }

  TensorDeclaration bind(Map<String, Long> sizes) {
    return spec instanceof InputLayer input
        ? new TensorDeclaration(name, new InputLayer(input.type().bind(sizes)), inputs, declared)
        : this;
  }

  /**
   * A tensor that a layer reads.
   *
   * @param tensor its name
   * @param declared the rank type that the parameter states, if it states one
   */
  public record InputReference(String tensor, @Nullable RankType declared) {
    /** A reference that states no rank. */
    public static InputReference of(String tensor) {
      return new InputReference(tensor, null);
    }
  }
}
