package io.tenon.plan;

import static java.util.Objects.requireNonNull;

import io.tenon.Regularizer;
import java.nio.FloatBuffer;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * What the size of a tensor adds to the loss: Keras's {@code activity_regularizer}, as a mean over
 * the batch. So Keras documents it; some of the earlier versions 3 took the sum.
 */
final class ActivityPenalty implements Penalty {
  private final Slot slot;
  private final @Nullable memory gradient;
  private final float[] values;
  private @Nullable FloatBuffer source;
  private @Nullable FloatBuffer target;

  /**
   * A penalty.
   *
   * @param gradient where its gradient goes, laid out as the tensor is; none if nothing before the
   *     tensor learns
   */
  ActivityPenalty(Slot slot, @Nullable memory gradient) {
    this.slot = slot;
    this.gradient = gradient;
    this.values = new float[(int) (requireNonNull(slot.layout).get_size() / Float.BYTES)];
  }

  /** Tells it where tensors lie, once they do. */
  void bind(FloatArray arena) {
    long start = requireNonNull(slot.values).offset() / Float.BYTES;
    source = arena.pointer().getPointer(start).capacity(values.length).asBuffer();
    if (gradient != null) {
      target = new FloatPointer(gradient.get_data_handle()).capacity(values.length).asBuffer();
    }
  }

  @Override
  public double evaluate() {
    Regularizer.Spec regularizer = slot.node.spec().activityRegularizer();
    requireNonNull(source).get(0, values);
    double penalty = Penalties.of(regularizer, values) / slot.shape[0];
    if (target != null) {
      Penalties.gradient(regularizer, values);
      for (int i = 0; i < values.length; i++) {
        values[i] /= slot.shape[0];
      }
      target.put(0, values);
    }
    return penalty;
  }
}
