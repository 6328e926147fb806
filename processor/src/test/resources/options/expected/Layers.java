package options;

import javax.annotation.processing.Generated;
import layers.GRU;
import layers.Switch;
import org.jspecify.annotations.NullMarked;

/** Layers by name, each with the parameters that it needs; the others have setters. */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
public final class Layers {
  private Layers() {}

  /** Begins the options of {@link GRU}. */
  public static GRUOptions gru() {
    return new GRUOptions();
  }

  /**
   * Begins the options of {@link Switch}.
   *
   * @param sizes {@link Switch#sizes}
   * @param share {@link Switch#value}
   * @param labels {@link Switch#labels}
   */
  public static SwitchOptions switchLayer(int[] sizes, double share, String... labels) {
    return new SwitchOptions(sizes, share, labels);
  }
}
