package options;

import static layers.Kind.L1;
import static layers.Kind.L2;

import io.tenon.dsl.LayerOptions;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;
import layers.Kind;
import layers.Penalty;
import layers.Switch;
import org.jspecify.annotations.NullMarked;

/** The parameters of {@link Switch}; what is not set has its default. */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
public final class SwitchOptions extends LayerOptions implements Supplier<Switch.Spec> {
  private final List<Integer> sizes;
  private final double share;
  private final List<String> labels;
  private Kind kind = L2;
  private List<Kind> kinds = List.of(L1, L2);
  private List<Double> scales = List.of();
  private Penalty.Spec penalty = new Penalty.Spec(L1, 0.5);
  private boolean bias = true;
  private long steps = 3L;
  private float factor = 0.5f;
  private String title = "a \"title\"";

  SwitchOptions(int[] sizes, double share, String... labels) {
    super("switchLayer");
    this.sizes = Arrays.stream(sizes).boxed().toList();
    this.share = share;
    this.labels = List.of(labels);
  }

  /** Sets {@link Switch#kind}. */
  public SwitchOptions kind(Kind kind) {
    this.kind = kind;
    return this;
  }

  /** Sets {@link Switch#kinds}. */
  public SwitchOptions kinds(Kind... kinds) {
    this.kinds = List.of(kinds);
    return this;
  }

  /** Sets {@link Switch#scales}. */
  public SwitchOptions scales(double... scales) {
    this.scales = Arrays.stream(scales).boxed().toList();
    return this;
  }

  /** Sets {@link Switch#penalty}. */
  public SwitchOptions penalty(Penalty.Spec penalty) {
    this.penalty = penalty;
    return this;
  }

  /** Sets {@link Switch#penalty}. */
  public SwitchOptions penalty(Kind kind) {
    return penalty(new Penalty.Spec(kind, 0.01));
  }

  /** Sets {@link Switch#bias}. */
  public SwitchOptions bias(boolean bias) {
    this.bias = bias;
    return this;
  }

  /** Sets {@link Switch#steps}. */
  public SwitchOptions steps(long steps) {
    this.steps = steps;
    return this;
  }

  /** Sets {@link Switch#factor}. */
  public SwitchOptions factor(float factor) {
    this.factor = factor;
    return this;
  }

  /** Sets {@link Switch#title}. */
  public SwitchOptions title(String title) {
    this.title = title;
    return this;
  }

  @Override
  public SwitchOptions name(String name) {
    super.name(name);
    return this;
  }

  @Override
  public SwitchOptions trainable(boolean trainable) {
    super.trainable(trainable);
    return this;
  }

  @Override
  public Switch.Spec get() {
    return new Switch.Spec(share, sizes, labels, kind, kinds, scales, penalty, bias, steps, factor,
        title);
  }
}
