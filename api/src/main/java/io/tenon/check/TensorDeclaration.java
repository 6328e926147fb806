package io.tenon.check;

import io.tenon.layer.InputLayer;
import io.tenon.layer.LayerSpec;
import io.tenon.shape.RankType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tensor as it was declared.
 *
 * @param name its name
 * @param spec the layer that makes it; null where that was wrong in itself and has been reported
 * @param layer the layer's name, by which its weights are known: the tensor's, but for a shared
 *     layer
 * @param inputs what the layer reads
 * @param declared the rank type that the signature states, if it states one
 * @param trainable whether training changes the layer
 */
public record TensorDeclaration(
    String name,
    @Nullable LayerSpec spec,
    String layer,
    List<InputReference> inputs,
    @Nullable RankType declared,
    boolean trainable) {

  /** Copies the list. */
  public TensorDeclaration {
    inputs = List.copyOf(inputs);
  }

  /** A tensor whose signature states no ranks. */
  public static TensorDeclaration of(String name, LayerSpec spec, String... inputs) {
    return new TensorDeclaration(
        name, spec, name, Arrays.stream(inputs).map(InputReference::of).toList(), null, true);
  }

  /** The same with a layer of that name, which it may share with other tensors. */
  public TensorDeclaration withLayer(String layer) {
    return new TensorDeclaration(name, spec, layer, inputs, declared, trainable);
  }

  /** The same with a layer that training does not change. */
  public TensorDeclaration frozen() {
    return new TensorDeclaration(name, spec, layer, inputs, declared, false);
  }

  /** The names of what the layer reads. */
  public List<String> inputNames() {
    List<String> names = new ArrayList<>();
    for (InputReference input : inputs) {
      names.add(input.tensor());
    }
    return List.copyOf(names);
  }

  TensorDeclaration bind(Map<String, Long> sizes) {
    return spec instanceof InputLayer input
        ? new TensorDeclaration(
            name,
            new InputLayer(input.type().bind(sizes), input.batchSize()),
            layer,
            inputs,
            declared,
            trainable)
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
