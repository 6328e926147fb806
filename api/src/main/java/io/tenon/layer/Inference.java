package io.tenon.layer;

import io.tenon.shape.TensorType;

/**
 * What a layer makes of what it reads.
 *
 * @param output the type of what it gives
 * @param arithmetic how its shape comes about, such as {@code kernelSize 3: 8 - 3 + 1 = 6}; empty
 *     where there is nothing to tell
 */
public record Inference(TensorType output, String arithmetic) {
  /** A result that needs no explanation. */
  public static Inference of(TensorType output) {
    return new Inference(output, "");
  }
}
