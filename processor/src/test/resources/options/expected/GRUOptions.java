package options;

import java.util.function.Supplier;
import javax.annotation.processing.Generated;
import layers.GRU;
import org.jspecify.annotations.NullMarked;

/** The parameters of {@link GRU}; what is not set has its default. */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
public final class GRUOptions implements Supplier<GRU.Spec> {
  GRUOptions() {}

  @Override
  public GRU.Spec get() {
    return new GRU.Spec();
  }
}
