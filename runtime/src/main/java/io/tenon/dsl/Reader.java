package io.tenon.dsl;

import io.tenon.check.TensorDeclaration;
import io.tenon.check.TensorDeclaration.InputReference;
import io.tenon.layer.LayerSpec;
import io.tenon.shape.RankType;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Adds layers that read certain tensors, and gives the stages of their results. */
final class Reader {
  private final Draft draft;
  private final List<InputReference> inputs = new ArrayList<>();

  Reader(Draft draft, List<? extends Stage<?>> read) {
    this.draft = draft;
    read.forEach(stage -> inputs.add(InputReference.of(stage.in(draft))));
  }

  VectorStage vector(LayerOptions layer) {
    return (VectorStage) stage(layer, RankType.VECTOR);
  }

  TokensStage tokens(LayerOptions layer) {
    return (TokensStage) stage(layer, RankType.TOKENS);
  }

  SeriesStage series(LayerOptions layer) {
    return (SeriesStage) stage(layer, RankType.SERIES);
  }

  ImageStage image(LayerOptions layer) {
    return (ImageStage) stage(layer, RankType.IMAGE);
  }

  VolumeStage volume(LayerOptions layer) {
    return (VolumeStage) stage(layer, RankType.VOLUME);
  }

  TensorStage tensor(LayerOptions layer) {
    return open(stage(declaration(layer, null)));
  }

  /** A layer of which only the spec is known is named after its class. */
  TensorStage any(Supplier<? extends LayerSpec> layer) {
    if (layer instanceof LayerOptions options) {
      return tensor(options);
    }
    LayerSpec spec = layer.get();
    String name = draft.free(spec.className().toLowerCase(Locale.ROOT));
    return open(stage(new TensorDeclaration(name, spec, name, inputs, null, true)));
  }

  TensorStage tensor(SharedLayer<?> layer) {
    return open(stage(declaration(layer)));
  }

  /**
   * The result of a layer whose options tell its stage by their type.
   *
   * @param layer options, which alone implement the types of layers by what they read
   */
  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // options are generated for the stage that their spec infers
  <R> R ranked(Object layer) {
    LayerOptions options = (LayerOptions) layer;
    return (R) (options.isRankOpen() ? tensor(options) : stage(options, null));
  }

  /** The result of a wrapper, whose stage is told by the type of what it wraps. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as above
  <R> R ranked(Object wrapped, LayerOptions wrapper) {
    return (R) (((LayerOptions) wrapped).isRankOpen() ? tensor(wrapper) : stage(wrapper, null));
  }

  /** The result of a shared layer whose options tell its stage by their type. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as above
  <R> R ranked(SharedLayer<?> layer) {
    return (R) (layer.options().isRankOpen() ? tensor(layer) : stage(declaration(layer)));
  }

  /** The result of a layer that keeps the rank of a stage. */
  Stage<?> like(Stage<?> stage, LayerOptions layer) {
    return stage instanceof TensorStage
        ? tensor(layer)
        : stage(layer, RankType.of(stage.type()).orElse(null));
  }

  /** Where the network begins, with a tensor of a rank that is stated. */
  Stage<?> input(String name, LayerSpec input, RankType declared) {
    return stage(new TensorDeclaration(name, input, name, inputs, declared, true));
  }

  /** Where the network begins, with a tensor of any rank. */
  TensorStage input(String name, LayerSpec input) {
    return open(stage(new TensorDeclaration(name, input, name, inputs, null, true)));
  }

  private Stage<?> stage(LayerOptions layer, @Nullable RankType declared) {
    return stage(declaration(layer, declared));
  }

  private TensorDeclaration declaration(LayerOptions layer, @Nullable RankType declared) {
    String name = layer.name().orElseGet(() -> draft.free(layer.kind()));
    return new TensorDeclaration(name, layer.get(), name, inputs, declared, layer.isTrainable());
  }

  private TensorDeclaration declaration(SharedLayer<?> layer) {
    String name = layer.tensor().orElseGet(() -> draft.numbered(layer.name(), 1));
    boolean trainable = layer.options().isTrainable();
    return new TensorDeclaration(name, layer.spec(), layer.name(), inputs, null, trainable);
  }

  private TensorStage open(Stage<?> stage) {
    return new TensorStage(draft, stage.name(), stage.type());
  }

  private Stage<?> stage(TensorDeclaration declaration) {
    String name = declaration.name();
    TensorType type = draft.add(List.of(declaration));
    return RankType.of(type)
        .<Stage<?>>map(
            rank ->
                switch (rank) {
                  case VECTOR -> new VectorStage(draft, name, type);
                  case TOKENS -> new TokensStage(draft, name, type);
                  case SERIES -> new SeriesStage(draft, name, type);
                  case IMAGE -> new ImageStage(draft, name, type);
                  case VOLUME -> new VolumeStage(draft, name, type);
                })
        .orElseGet(() -> new TensorStage(draft, name, type));
  }
}
