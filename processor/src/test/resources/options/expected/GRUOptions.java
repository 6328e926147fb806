package options;

import io.tenon.dsl.LayerOptions;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;
import layers.GRU;
import org.jspecify.annotations.NullMarked;

/** The parameters of {@link GRU}; what is not set has its default. */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
public final class GRUOptions extends LayerOptions implements Supplier<GRU.Spec> {
  GRUOptions() {
    super("gru");
  }

  @Override
  public GRUOptions name(String name) {
    super.name(name);
    return this;
  }

  @Override
  public GRUOptions trainable(boolean trainable) {
    super.trainable(trainable);
    return this;
  }

  @Override
  public GRU.Spec get() {
    return new GRU.Spec();
  }
}
