package io.tenon.data;

import java.lang.ref.Reference;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies samples, by index, into the buffers of a plan. The pointers are made once; a copy makes no
 * objects.
 */
public final class Batches {
  private final Copy[] copies;

  private Batches(Copy[] copies) {
    this.copies = copies;
  }

  /** What finds the buffer of a plan for an input or label by its name. */
  public interface Target {
    /** The buffer: (batch, ...), row-major. */
    INDArray buffer(String name);
  }

  /** Copies inputs only. */
  public static Batches ofInputs(CheckedSamples samples, Target inputs) {
    return new Batches(
        samples.inputs().entrySet().stream()
            .map(entry -> new Copy(entry.getValue(), inputs.buffer(entry.getKey())))
            .toArray(Copy[]::new));
  }

  /** Copies inputs, labels and how much each sample counts. */
  public static Batches of(CheckedSamples samples, Target inputs, Target labels, Target weights) {
    Copy[] copies = new Copy[samples.inputs().size() + 2 * samples.labels().size()];
    int i = 0;
    for (Map.Entry<String, INDArray> entry : samples.inputs().entrySet()) {
      copies[i++] = new Copy(entry.getValue(), inputs.buffer(entry.getKey()));
    }
    for (Map.Entry<String, INDArray> entry : samples.labels().entrySet()) {
      copies[i++] = new Copy(entry.getValue(), labels.buffer(entry.getKey()));
    }
    for (Map.Entry<String, INDArray> entry : samples.weights().entrySet()) {
      copies[i++] = new Copy(entry.getValue(), weights.buffer(entry.getKey()));
    }
    return new Batches(copies);
  }

  /** Copies the samples {@code order[from]} up to {@code order[from + count - 1]}. */
  public void copy(int[] order, int from, int count) {
    for (Copy copy : copies) {
      copy.gather(order, from, count);
    }
  }

  /** Copies {@code count} samples next to each other. */
  public void copy(int from, int count) {
    for (Copy copy : copies) {
      copy.range(from, count);
    }
  }

  /** Its pointers do not own the memory that they point to; the arrays do. */
  private static final class Copy {
    private final INDArray sourceArray;
    private final INDArray targetArray;
    private final BytePointer source;
    private final BytePointer target;
    private final long row;

    Copy(INDArray source, INDArray target) {
      this.sourceArray = source;
      this.targetArray = target;
      this.source = bytes(source);
      this.target = bytes(target);
      this.row = source.length() / source.size(0) * source.data().getElementSize();
    }

    private static BytePointer bytes(INDArray array) {
      return new BytePointer(array.data().addressPointer());
    }

    void gather(int[] order, int from, int count) {
      try {
        for (int i = 0; i < count; i++) {
          Pointer.memcpy(target.position(i * row), source.position(order[from + i] * row), row);
        }
      } finally {
        Reference.reachabilityFence(sourceArray);
        Reference.reachabilityFence(targetArray);
      }
    }

    void range(int from, int count) {
      try {
        Pointer.memcpy(target.position(0), source.position(from * row), count * row);
      } finally {
        Reference.reachabilityFence(sourceArray);
        Reference.reachabilityFence(targetArray);
      }
    }
  }
}
