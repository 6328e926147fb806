package io.tenon.dsl;

import io.tenon.layer.LayerSpec;
import java.util.Optional;

/**
 * A layer with one set of weights, to be applied to several tensors.
 *
 * <pre>{@code
 * SharedLayer<LSTMOptions<VectorStage>> encode = pair.shared("encode", lstm(64));
 * VectorStage codeA = tweetA.then(encode);
 * VectorStage codeB = tweetB.then(encode.named("codeB"));
 * }</pre>
 *
 * @param <L> the options that describe it
 */
public final class SharedLayer<L extends LayerOptions> {
  private final String name;
  private final LayerOptions options;
  private final LayerSpec spec;
  private final Optional<String> tensor;

  SharedLayer(String name, L options) {
    this(Names.require(name), options, options.get(), Optional.empty());
  }

  private SharedLayer(String name, LayerOptions options, LayerSpec spec, Optional<String> tensor) {
    this.name = name;
    this.options = options;
    this.spec = spec;
    this.tensor = tensor;
  }

  /**
   * The same layer, naming the tensor that it gives next. Default: the layer's name with a number,
   * such as {@code encode1}.
   *
   * @throws IllegalArgumentException if the name is blank, or holds a slash
   */
  public SharedLayer<L> named(String tensor) {
    return new SharedLayer<>(name, options, spec, Optional.of(Names.require(tensor)));
  }

  /** The layer's name, by which its weights are known. */
  public String name() {
    return name;
  }

  Optional<String> tensor() {
    return tensor;
  }

  LayerSpec spec() {
    return spec;
  }

  LayerOptions options() {
    return options;
  }

  @Override
  public String toString() {
    return "%s(%s)".formatted(spec.className(), name);
  }
}
