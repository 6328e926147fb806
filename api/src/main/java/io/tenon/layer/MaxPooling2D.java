package io.tenon.layer;

import io.tenon.Padding;
import io.tenon.shape.RankType;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * The largest of each window over height and width, as {@code keras.layers.MaxPooling2D}.
 *
 * <p>Input shape: (batch, height, width, channels). Output shape: (batch, new height, new width,
 * channels). Weights: none.
 *
 * <pre>{@code
 * @MaxPooling2D(poolSize = 2) Image smaller(Image edges);
 * }</pre>
 */
@Documented
@LayerDefinition(MaxPooling2D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface MaxPooling2D {
  /** Height and width of the window; one number for both. */
  int[] poolSize() default 2;

  /** The steps down and across; one number for both, none for {@link #poolSize}. */
  int[] strides() default {};

  /** What happens at the border. */
  Padding padding() default Padding.VALID;

  /** {@link MaxPooling2D} as a value. */
  record Spec(List<Integer> poolSize, List<Integer> strides, Padding padding) implements LayerSpec {

    /** Refuses numbers below 1. */
    public Spec {
      poolSize = Require.positives("poolSize", poolSize, 2);
      strides = strides.isEmpty() ? poolSize : Require.positives("strides", strides, 2);
      if (padding == Padding.CAUSAL) {
        throw Require.invalid("padding", padding, "must be VALID or SAME in two dimensions");
      }
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      TensorType input = inputs.get(0);
      Require.rank(RankType.IMAGE, input, "MaxPooling2D");
      Window window = new Window("poolSize", poolSize, strides, List.of(1, 1), padding);
      Window.Result result = window.apply(input.shape(), input.shape().last(), "image");
      return new Inference(input.withShape(result.shape()), result.arithmetic());
    }
  }
}
