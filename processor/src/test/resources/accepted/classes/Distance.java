package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Lambda;
import org.nd4j.autodiff.samediff.SDVariable;

/** A class with a state, methods of its own, and functions that use both. */
@Model
public abstract class Distance {
  private final double scale;

  protected Distance() {
    this.scale = 2;
  }

  @Input("4") protected abstract Vector left();

  @Input("4") abstract Vector right();

  /** Scaled, for want of a better use of the field. */
  @Lambda
  protected SDVariable between(SDVariable left, SDVariable right) {
    return scaled(left.sub(right));
  }

  private SDVariable scaled(SDVariable value) {
    return scale > 1 ? value : value.sub(value);
  }

  @Output @Dense(units = 1) public abstract Vector near(Vector between);

  /** Left alone: it has a body. */
  public double scale() {
    return scale;
  }
}
