package io.tenon.dsl;

import io.tenon.kernel.SameDiffFunction;
import io.tenon.layer.Add;
import io.tenon.layer.Multiply;
import io.tenon.layer.Subtract;
import io.tenon.shape.TensorType;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A tensor of floating-point numbers, which can be reckoned with. In Kotlin, {@code a + b}, {@code
 * a - b} and {@code a * b}.
 *
 * @param <S> the stage itself
 */
public abstract class NumericStage<S extends NumericStage<S>> extends Stage<S> {
  NumericStage(Draft draft, String name, TensorType type) {
    super(draft, name, type);
  }

  /**
   * What a function of this tensor gives, of its shape.
   *
   * @param function over ND4J's variables, which differentiates it: (batch, ...) to (batch, ...)
   */
  public final S lambda(UnaryOperator<SDVariable> function) {
    return lambda(List.of(), inputs -> function.apply(inputs[0]));
  }

  /**
   * What a function of this tensor and others gives, of the shape of this one.
   *
   * @param function over ND4J's variables: this tensor, and then the others
   */
  public final S lambda(List<? extends Stage<?>> others, SameDiffFunction function) {
    return same(Layers.lambda(function), others.toArray(new Stage<?>[0]));
  }

  /**
   * What a function of this tensor and others gives, its name or shape told by options. Its rank is
   * checked when it runs.
   *
   * <pre>{@code
   * VectorStage distance =
   *     left.lambda(
   *             List.of(right),
   *             codes -> codes[0].squaredDifference(codes[1]).sum(true, 1),
   *             lambda -> lambda.name("distance").outputShape("1"))
   *         .asVector();
   * }</pre>
   *
   * @param function over ND4J's variables: this tensor, and then the others
   * @param options sets the parameters of {@link io.tenon.layer.Lambda}
   */
  public final TensorStage lambda(
      List<? extends Stage<?>> others,
      SameDiffFunction function,
      Consumer<? super LambdaOptions> options) {
    return read(others).tensor(set(Layers.lambda(function), options));
  }

  /** The sum element by element, as {@link Add}. */
  public final S plus(S other) {
    return same(Layers.add(), other);
  }

  /** The difference element by element, as {@link Subtract}. */
  public final S minus(S other) {
    return same(Layers.subtract(), other);
  }

  /** The product element by element, as {@link Multiply}. */
  public final S times(S other) {
    return same(Layers.multiply(), other);
  }

  @SuppressWarnings("unchecked") // the draft checks that the rank is that of this stage
  private S same(LayerOptions layer, Stage<?>... others) {
    return (S) read(others).like(this, layer);
  }
}
